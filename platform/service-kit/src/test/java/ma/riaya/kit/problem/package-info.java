@NullMarked
package ma.riaya.kit.problem;

import org.jspecify.annotations.NullMarked;
