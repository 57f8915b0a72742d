/** A family's request for aid: the file, its documents and its life. */
@NullMarked
package ma.riaya.welfare.aidrequest;

import org.jspecify.annotations.NullMarked;
