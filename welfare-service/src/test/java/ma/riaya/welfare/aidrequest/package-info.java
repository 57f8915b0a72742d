@NullMarked
package ma.riaya.welfare.aidrequest;

import org.jspecify.annotations.NullMarked;
