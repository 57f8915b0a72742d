@NullMarked
package ma.riaya.acceptance.story;

import org.jspecify.annotations.NullMarked;
