/** What is asked of the registry of people. */
@NullMarked
package ma.riaya.welfare.beneficiary;

import org.jspecify.annotations.NullMarked;
