@NullMarked
package ma.riaya.welfare.budget;

import org.jspecify.annotations.NullMarked;
