@NullMarked
package ma.riaya.welfare.campaign;

import org.jspecify.annotations.NullMarked;
