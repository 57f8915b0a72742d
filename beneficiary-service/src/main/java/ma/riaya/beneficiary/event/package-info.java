/** What happens in a life: retirement, injury, death, marriage, birth, and what follows from it by stated rules. */
@NullMarked
package ma.riaya.beneficiary.event;

import org.jspecify.annotations.NullMarked;
