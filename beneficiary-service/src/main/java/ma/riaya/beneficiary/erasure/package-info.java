/** What is past its retention is erased, unless something holds it. */
@NullMarked
package ma.riaya.beneficiary.erasure;

import org.jspecify.annotations.NullMarked;
