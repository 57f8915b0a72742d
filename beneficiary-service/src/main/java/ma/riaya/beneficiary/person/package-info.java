/** Persons, the categories they hold, their families, pensions and accounts. */
@NullMarked
package ma.riaya.beneficiary.person;

import org.jspecify.annotations.NullMarked;
