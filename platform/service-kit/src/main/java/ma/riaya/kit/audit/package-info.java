/** An append to the audit trail inside the caller's own transaction. */
@NullMarked
package ma.riaya.kit.audit;

import org.jspecify.annotations.NullMarked;
