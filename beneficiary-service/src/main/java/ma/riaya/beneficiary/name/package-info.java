/** Names in two scripts and many spellings, and how a person is found by one. */
@NullMarked
package ma.riaya.beneficiary.name;

import org.jspecify.annotations.NullMarked;
