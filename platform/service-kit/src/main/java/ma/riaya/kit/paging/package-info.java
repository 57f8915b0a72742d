/** Lists by keyset cursor with a bounded limit. */
@NullMarked
package ma.riaya.kit.paging;

import org.jspecify.annotations.NullMarked;
