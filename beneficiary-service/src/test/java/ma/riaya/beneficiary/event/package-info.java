@NullMarked
package ma.riaya.beneficiary.event;

import org.jspecify.annotations.NullMarked;
