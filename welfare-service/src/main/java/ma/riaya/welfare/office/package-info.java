/** What is known here of the regional offices. */
@NullMarked
package ma.riaya.welfare.office;

import org.jspecify.annotations.NullMarked;
