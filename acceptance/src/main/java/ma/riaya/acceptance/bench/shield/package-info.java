/** Whether the time of an answer tells a shielded person from one who is not there. */
@NullMarked
package ma.riaya.acceptance.bench.shield;

import org.jspecify.annotations.NullMarked;
