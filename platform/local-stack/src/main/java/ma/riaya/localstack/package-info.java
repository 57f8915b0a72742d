/** Starts the whole product on one machine without containers: see {@link ma.riaya.localstack.LocalStack}. */
@NullMarked
package ma.riaya.localstack;

import org.jspecify.annotations.NullMarked;
