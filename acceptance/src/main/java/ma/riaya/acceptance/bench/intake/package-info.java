/** How fast files of the registry are taken in, how much memory that takes, and that a crash changes nothing of the outcome. */
@NullMarked
package ma.riaya.acceptance.bench.intake;

import org.jspecify.annotations.NullMarked;
