/** What other services learn of changes in the registry: written with the change, delivered after it, at least once. */
@NullMarked
package ma.riaya.beneficiary.outbox;

import org.jspecify.annotations.NullMarked;
