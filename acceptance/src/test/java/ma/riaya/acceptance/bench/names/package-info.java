@NullMarked
package ma.riaya.acceptance.bench.names;

import org.jspecify.annotations.NullMarked;
