package ma.riaya.welfare.money;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Types;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** {@link Money} is {@code numeric(12,2)} in every column. */
@Singleton
class MoneyColumns implements JdbiPlugin {

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new AsDecimal());
        jdbi.registerArrayType(Money.class, "numeric", Money::amount);
        jdbi.registerColumnMapper(Money.class, (ColumnMapper<Money>) (row, column, context) -> {
            BigDecimal value = row.getBigDecimal(column);
            return value == null ? null : new Money(value);
        });
    }

    private static final class AsDecimal extends AbstractArgumentFactory<Money> {

        AsDecimal() {
            super(Types.NUMERIC);
        }

        @Override
        protected Argument build(Money value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setBigDecimal(position, value.amount());
        }
    }
}
