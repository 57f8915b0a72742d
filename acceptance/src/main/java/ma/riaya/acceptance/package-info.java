@NullMarked
package ma.riaya.acceptance;

import org.jspecify.annotations.NullMarked;
