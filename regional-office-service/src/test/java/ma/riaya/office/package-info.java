@NullMarked
package ma.riaya.office;

import org.jspecify.annotations.NullMarked;
