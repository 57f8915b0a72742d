@NullMarked
package ma.riaya.localstack;

import org.jspecify.annotations.NullMarked;
