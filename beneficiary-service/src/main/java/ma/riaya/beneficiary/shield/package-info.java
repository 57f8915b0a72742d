/** Colleagues in protected functions, whom nobody outside their unit finds. */
@NullMarked
package ma.riaya.beneficiary.shield;

import org.jspecify.annotations.NullMarked;
