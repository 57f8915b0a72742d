@NullMarked
package ma.riaya.kit.paging;

import org.jspecify.annotations.NullMarked;
