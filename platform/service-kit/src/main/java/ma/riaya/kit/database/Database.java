package ma.riaya.kit.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Jdbi over the service's pool; the transaction belongs to the container, and Jdbi never begins or ends one; {@code mapTo} reads any record.
 *
 * <p>A service teaches it the types of its own, such as money, by a bean that is a {@link JdbiPlugin}.
 */
@Singleton
public class Database {

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource pool, @All List<JdbiPlugin> ofTheService) {
        Jdbi jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin()).registerRowMapper(new RecordRows());
        ofTheService.forEach(jdbi::installPlugin);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(Database::withoutValues);
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }

    /** What failed, as it may stand in a log: the statement, and none of the values bound to it. */
    private static String withoutValues(StatementException failed) {
        StatementContext context = failed.getStatementContext();
        return failed.getShortMessage() + (context == null ? "" : " in: " + context.getRawSql());
    }
}
