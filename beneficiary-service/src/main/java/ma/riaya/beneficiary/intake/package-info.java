/** Files of the registry taken in, row by row, with a verdict for each. */
@NullMarked
package ma.riaya.beneficiary.intake;

import org.jspecify.annotations.NullMarked;
