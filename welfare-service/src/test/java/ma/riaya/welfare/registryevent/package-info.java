@NullMarked
package ma.riaya.welfare.registryevent;

import org.jspecify.annotations.NullMarked;
