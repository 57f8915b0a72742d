/** Why a sensitive field is looked at. */
@NullMarked
package ma.riaya.welfare.purpose;

import org.jspecify.annotations.NullMarked;
