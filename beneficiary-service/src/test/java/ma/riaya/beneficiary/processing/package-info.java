@NullMarked
package ma.riaya.beneficiary.processing;

import org.jspecify.annotations.NullMarked;
