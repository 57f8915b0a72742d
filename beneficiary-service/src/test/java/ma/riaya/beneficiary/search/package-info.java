@NullMarked
package ma.riaya.beneficiary.search;

import org.jspecify.annotations.NullMarked;
