@NullMarked
package ma.riaya.beneficiary.name;

import org.jspecify.annotations.NullMarked;
