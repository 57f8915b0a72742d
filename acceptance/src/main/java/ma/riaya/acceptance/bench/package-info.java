/** Measures the product from outside, beside what bare PostgreSQL does for the same statements in the same run. */
@NullMarked
package ma.riaya.acceptance.bench;

import org.jspecify.annotations.NullMarked;
