@NullMarked
package ma.riaya.beneficiary;

import org.jspecify.annotations.NullMarked;
