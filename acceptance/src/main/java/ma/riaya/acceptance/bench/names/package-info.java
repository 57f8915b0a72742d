/** How well names are matched, beside what others would do. */
@NullMarked
package ma.riaya.acceptance.bench.names;

import org.jspecify.annotations.NullMarked;
