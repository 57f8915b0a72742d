@NullMarked
package ma.riaya.kit.text;

import org.jspecify.annotations.NullMarked;
