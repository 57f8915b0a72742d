/** Accounts that many are paid to. */
@NullMarked
package ma.riaya.beneficiary.sharedaccount;

import org.jspecify.annotations.NullMarked;
