@NullMarked
package ma.riaya.acceptance.secret;

import org.jspecify.annotations.NullMarked;
