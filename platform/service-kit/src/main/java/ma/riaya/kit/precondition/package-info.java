/** ETag and If-Match: nobody overwrites what they have not seen. */
@NullMarked
package ma.riaya.kit.precondition;

import org.jspecify.annotations.NullMarked;
