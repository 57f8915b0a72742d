@NullMarked
package ma.riaya.beneficiary.doubles;

import org.jspecify.annotations.NullMarked;
