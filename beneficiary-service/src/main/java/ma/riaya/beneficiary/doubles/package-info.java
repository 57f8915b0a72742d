/** Two records that may be one person: found wherever persons enter or change, kept as a list, and judged by somebody. */
@NullMarked
package ma.riaya.beneficiary.doubles;

import org.jspecify.annotations.NullMarked;
