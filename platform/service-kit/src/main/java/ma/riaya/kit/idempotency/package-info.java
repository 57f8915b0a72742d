/** One effect and one answer for a POST that arrives more than once. */
@NullMarked
package ma.riaya.kit.idempotency;

import org.jspecify.annotations.NullMarked;
