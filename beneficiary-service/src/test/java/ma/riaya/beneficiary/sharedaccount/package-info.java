@NullMarked
package ma.riaya.beneficiary.sharedaccount;

import org.jspecify.annotations.NullMarked;
