@NullMarked
package ma.riaya.welfare.payment;

import org.jspecify.annotations.NullMarked;
