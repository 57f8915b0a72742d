@NullMarked
package ma.riaya.beneficiary.shield;

import org.jspecify.annotations.NullMarked;
