/** Amounts in dirhams, exact to the centime. */
@NullMarked
package ma.riaya.welfare.money;

import org.jspecify.annotations.NullMarked;
