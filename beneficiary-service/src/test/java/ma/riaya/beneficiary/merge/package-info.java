@NullMarked
package ma.riaya.beneficiary.merge;

import org.jspecify.annotations.NullMarked;
