@NullMarked
package ma.riaya.beneficiary.outbox;

import org.jspecify.annotations.NullMarked;
