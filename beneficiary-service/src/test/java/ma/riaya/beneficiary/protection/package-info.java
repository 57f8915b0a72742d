@NullMarked
package ma.riaya.beneficiary.protection;

import org.jspecify.annotations.NullMarked;
