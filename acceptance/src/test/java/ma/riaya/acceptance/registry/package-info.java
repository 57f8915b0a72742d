@NullMarked
package ma.riaya.acceptance.registry;

import org.jspecify.annotations.NullMarked;
