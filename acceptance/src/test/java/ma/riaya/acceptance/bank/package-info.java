@NullMarked
package ma.riaya.acceptance.bank;

import org.jspecify.annotations.NullMarked;
