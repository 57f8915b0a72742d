@NullMarked
package ma.riaya.kit.identity;

import org.jspecify.annotations.NullMarked;
