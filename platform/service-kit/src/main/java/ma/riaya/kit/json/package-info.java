/** Bodies are read as they stand: nothing is guessed, converted or overlooked. */
@NullMarked
package ma.riaya.kit.json;

import org.jspecify.annotations.NullMarked;
