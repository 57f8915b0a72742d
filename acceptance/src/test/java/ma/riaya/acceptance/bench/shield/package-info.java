@NullMarked
package ma.riaya.acceptance.bench.shield;

import org.jspecify.annotations.NullMarked;
