/** Who calls: roles, office and the relation to what is asked for. */
@NullMarked
package ma.riaya.kit.identity;

import org.jspecify.annotations.NullMarked;
