/** Finding persons by name, number of identity, professional number or account. */
@NullMarked
package ma.riaya.beneficiary.search;

import org.jspecify.annotations.NullMarked;
