/** Bank accounts: the Moroccan RIB and its IBAN. */
@NullMarked
package ma.riaya.beneficiary.account;

import org.jspecify.annotations.NullMarked;
