/** What text a person may write anywhere. */
@NullMarked
package ma.riaya.kit.text;

import org.jspecify.annotations.NullMarked;
