/** The facts that a campaign is selected from. */
@NullMarked
package ma.riaya.beneficiary.candidate;

import org.jspecify.annotations.NullMarked;
