@NullMarked
package ma.riaya.welfare.payment.bankfile;

import org.jspecify.annotations.NullMarked;
