@NullMarked
package ma.riaya.beneficiary.person;

import org.jspecify.annotations.NullMarked;
