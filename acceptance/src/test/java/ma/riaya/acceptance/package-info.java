/** The whole product from outside, started for the tests: its stories, its faults, its refusals. */
@NullMarked
package ma.riaya.acceptance;

import org.jspecify.annotations.NullMarked;
