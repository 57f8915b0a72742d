@NullMarked
package ma.riaya.welfare.decision;

import org.jspecify.annotations.NullMarked;
