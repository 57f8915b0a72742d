/** Tests of what is done once. */
@NullMarked
package ma.riaya.kit.idempotency;

import org.jspecify.annotations.NullMarked;
