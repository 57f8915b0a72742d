/** The bank's ISO 20022 formats: what is written to it, and what it answers. */
@NullMarked
package ma.riaya.welfare.payment.bankfile;

import org.jspecify.annotations.NullMarked;
