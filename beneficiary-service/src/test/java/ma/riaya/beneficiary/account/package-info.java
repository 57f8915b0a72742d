@NullMarked
package ma.riaya.beneficiary.account;

import org.jspecify.annotations.NullMarked;
