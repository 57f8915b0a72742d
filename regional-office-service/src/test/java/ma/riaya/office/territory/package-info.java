@NullMarked
package ma.riaya.office.territory;

import org.jspecify.annotations.NullMarked;
