@NullMarked
package ma.riaya.beneficiary.erasure;

import org.jspecify.annotations.NullMarked;
