/** The clock that every feature is given, and the business day of Casablanca. */
@NullMarked
package ma.riaya.kit.time;

import org.jspecify.annotations.NullMarked;
