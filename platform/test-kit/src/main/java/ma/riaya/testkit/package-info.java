/** PostgreSQL for tests, personas and their tokens, and the house's conventions as tests. */
@NullMarked
package ma.riaya.testkit;

import org.jspecify.annotations.NullMarked;
