@NullMarked
package ma.riaya.beneficiary.rights;

import org.jspecify.annotations.NullMarked;
