@NullMarked
package ma.riaya.welfare.beneficiary;

import org.jspecify.annotations.NullMarked;
