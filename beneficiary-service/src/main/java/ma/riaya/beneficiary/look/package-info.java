/** Who looked at a person's sensitive fields, told to the person and to those who oversee. */
@NullMarked
package ma.riaya.beneficiary.look;

import org.jspecify.annotations.NullMarked;
