/** What a person may ask for: a copy of all that is held, and a correction (Law 09-08, articles 7 and 8). */
@NullMarked
package ma.riaya.beneficiary.rights;

import org.jspecify.annotations.NullMarked;
