@NullMarked
package ma.riaya.beneficiary.intake;

import org.jspecify.annotations.NullMarked;
