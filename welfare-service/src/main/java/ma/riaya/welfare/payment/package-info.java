/** Disbursements: what is to be paid, to whom, and what became of it. */
@NullMarked
package ma.riaya.welfare.payment;

import org.jspecify.annotations.NullMarked;
