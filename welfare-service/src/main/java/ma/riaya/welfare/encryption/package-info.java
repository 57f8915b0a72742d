/** Sensitive columns, encrypted by the application and bound to their row. */
@NullMarked
package ma.riaya.welfare.encryption;

import org.jspecify.annotations.NullMarked;
