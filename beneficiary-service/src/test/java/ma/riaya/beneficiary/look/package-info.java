@NullMarked
package ma.riaya.beneficiary.look;

import org.jspecify.annotations.NullMarked;
