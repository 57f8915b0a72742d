@NullMarked
package ma.riaya.beneficiary.candidate;

import org.jspecify.annotations.NullMarked;
