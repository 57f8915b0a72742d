/** Regions and provinces, and the office that serves each province. */
@NullMarked
package ma.riaya.office.territory;

import org.jspecify.annotations.NullMarked;
