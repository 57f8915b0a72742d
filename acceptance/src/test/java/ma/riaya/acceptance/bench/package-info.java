@NullMarked
package ma.riaya.acceptance.bench;

import org.jspecify.annotations.NullMarked;
