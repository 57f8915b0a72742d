/** Tests of what the reader of JSON refuses. */
@NullMarked
package ma.riaya.kit.json;

import org.jspecify.annotations.NullMarked;
