@NullMarked
package ma.riaya.welfare.programme;

import org.jspecify.annotations.NullMarked;
