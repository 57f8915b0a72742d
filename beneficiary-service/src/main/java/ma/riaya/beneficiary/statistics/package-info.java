/** What headquarters counts of the registry, without names. */
@NullMarked
package ma.riaya.beneficiary.statistics;

import org.jspecify.annotations.NullMarked;
