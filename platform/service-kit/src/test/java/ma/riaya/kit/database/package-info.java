@NullMarked
package ma.riaya.kit.database;

import org.jspecify.annotations.NullMarked;
