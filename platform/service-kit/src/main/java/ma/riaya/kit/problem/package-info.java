/** Refusals and every error of the framework as RFC 9457 problems, in Arabic, French and English. */
@NullMarked
package ma.riaya.kit.problem;

import org.jspecify.annotations.NullMarked;
