@NullMarked
package ma.riaya.beneficiary.statistics;

import org.jspecify.annotations.NullMarked;
