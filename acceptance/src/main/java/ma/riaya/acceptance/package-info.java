/** The whole product from outside: it speaks HTTP and files, and knows nothing of the services' code. */
@NullMarked
package ma.riaya.acceptance;

import org.jspecify.annotations.NullMarked;
