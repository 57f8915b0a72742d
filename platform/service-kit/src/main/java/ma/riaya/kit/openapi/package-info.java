/** What the conventions add to each service's published contract. */
@NullMarked
package ma.riaya.kit.openapi;

import org.jspecify.annotations.NullMarked;
