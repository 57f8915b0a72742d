package ma.riaya.acceptance.bank;

import java.nio.file.Path;

/**
 * Where the bank meets the payer, and where it keeps its book.
 *
 * @param outbox the payer's outbox: read, never changed
 * @param inbox where the bank lays its answers
 * @param ledger the bank's book, a file that is only added to
 */
public record BankFolders(Path outbox, Path inbox, Path ledger) {}
