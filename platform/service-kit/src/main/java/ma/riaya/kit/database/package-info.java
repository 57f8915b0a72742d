/** The one way to the service's own PostgreSQL. */
@NullMarked
package ma.riaya.kit.database;

import org.jspecify.annotations.NullMarked;
