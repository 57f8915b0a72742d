/** The stories that the product is shown by, and the HTTP toolkit that they are told with. */
@NullMarked
package ma.riaya.acceptance.story;

import org.jspecify.annotations.NullMarked;
