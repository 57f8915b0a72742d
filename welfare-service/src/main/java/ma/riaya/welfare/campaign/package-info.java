/** Campaigns: a list selected from the registry by rule, frozen, approved by two people, and paid in waves. */
@NullMarked
package ma.riaya.welfare.campaign;

import org.jspecify.annotations.NullMarked;
