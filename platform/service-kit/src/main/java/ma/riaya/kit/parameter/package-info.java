/** Parameters of addresses are read as they stand, and each that a route does not know is named. */
@NullMarked
package ma.riaya.kit.parameter;

import org.jspecify.annotations.NullMarked;
