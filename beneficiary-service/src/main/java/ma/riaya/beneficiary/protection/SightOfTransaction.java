package ma.riaya.beneficiary.protection;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * Tells the database, once in a transaction, which shielded persons are in sight; the policies of its tables do the rest.
 *
 * <p>The setting ends with the transaction, so it never passes to the next one on the connection.
 * Where nothing is told, nobody shielded is seen: what forgets it, or has no transaction, errs on the safe side.
 */
@Singleton
class SightOfTransaction implements JdbiPlugin {

    private static final Object TOLD = new Object();

    private final Sight sight;
    private final TransactionSynchronizationRegistry transaction;

    SightOfTransaction(Sight sight, TransactionSynchronizationRegistry transaction) {
        this.sight = sight;
        this.transaction = transaction;
    }

    private record InSight(String units, String person) {}

    @Override
    public Handle customizeHandle(Handle handle) throws SQLException {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return handle;
        }
        InSight now = new InSight(
                String.join(",", sight.units()),
                sight.person().map(Object::toString).orElse(""));
        boolean told = transaction.getResource(TOLD) instanceof InSight before
                ? before.equals(now)
                : now.units().isEmpty() && now.person().isEmpty();
        if (!told) {
            tell(handle, now);
            transaction.putResource(TOLD, now);
        }
        return handle;
    }

    private static void tell(Handle handle, InSight now) throws SQLException {
        try (PreparedStatement set = handle.getConnection()
                .prepareStatement("SELECT set_config('riaya.units', ?, true), set_config('riaya.person', ?, true)")) {
            set.setString(1, now.units());
            set.setString(2, now.person());
            set.execute();
        }
    }
}
