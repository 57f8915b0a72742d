@NullMarked
package ma.riaya.welfare.money;

import org.jspecify.annotations.NullMarked;
