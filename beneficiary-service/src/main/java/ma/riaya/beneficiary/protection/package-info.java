/** What keeps sensitive values unread: sealed columns, blind indexes, and the purpose that opens them. */
@NullMarked
package ma.riaya.beneficiary.protection;

import org.jspecify.annotations.NullMarked;
