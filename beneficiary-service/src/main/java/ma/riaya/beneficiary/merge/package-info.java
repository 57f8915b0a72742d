/** Two records that become one, and are two again: proposed by one person, approved by another. */
@NullMarked
package ma.riaya.beneficiary.merge;

import org.jspecify.annotations.NullMarked;
