/** Envelopes: what a programme may spend through an office in a year, and every movement of it. */
@NullMarked
package ma.riaya.welfare.budget;

import org.jspecify.annotations.NullMarked;
