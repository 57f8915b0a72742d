@NullMarked
package ma.riaya.beneficiary.changerequest;

import org.jspecify.annotations.NullMarked;
