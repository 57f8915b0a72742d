/** The catalogue of aid and its settings, by version. */
@NullMarked
package ma.riaya.welfare.programme;

import org.jspecify.annotations.NullMarked;
