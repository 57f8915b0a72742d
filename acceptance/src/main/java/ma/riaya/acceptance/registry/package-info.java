/** The demonstration's registry of invented people, and an independent count of who in it is entitled to what. */
@NullMarked
package ma.riaya.acceptance.registry;

import org.jspecify.annotations.NullMarked;
