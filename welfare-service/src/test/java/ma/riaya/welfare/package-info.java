@NullMarked
package ma.riaya.welfare;

import org.jspecify.annotations.NullMarked;
