/** How fast headquarters counts the registry. */
@NullMarked
package ma.riaya.acceptance.bench.statistics;

import org.jspecify.annotations.NullMarked;
