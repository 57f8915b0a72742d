/** A bank outside the services: reads payment files, keeps a ledger of its own, answers, and misbehaves where asked to. */
@NullMarked
package ma.riaya.acceptance.bank;

import org.jspecify.annotations.NullMarked;
