/** The 17 regional offices, and who heads each. */
@NullMarked
package ma.riaya.office.regionaloffice;

import org.jspecify.annotations.NullMarked;
