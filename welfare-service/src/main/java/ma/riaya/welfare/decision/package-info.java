/** What is proposed and decided on a request, by different people. */
@NullMarked
package ma.riaya.welfare.decision;

import org.jspecify.annotations.NullMarked;
