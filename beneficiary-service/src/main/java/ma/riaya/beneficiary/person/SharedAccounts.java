package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Accounts that many are paid to: what looks like one hand that gathers what is meant for others. */
@Singleton
public class SharedAccounts {

    private final Jdbi jdbi;
    private final Accounts accounts;
    private final int most;

    SharedAccounts(Jdbi jdbi, Accounts accounts, @ConfigProperty(name = "riaya.account.shared-above") int most) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.most = most;
    }

    /** Who else is paid to an account. */
    public enum Use {
        ALONE,
        SHARED,
        /** By more families than is usual. */
        OF_MANY
    }

    private record Counted(long others, long families) {}

    /** How the account would be used if the person were paid to it too; whom the asker does not see is not counted. */
    public Use with(UUID person, Rib rib) {
        Counted counted = jdbi.withHandle(handle -> handle.createQuery("""
                        WITH others AS (SELECT p FROM account_payees(:account) AS p WHERE p <> :person)
                        SELECT (SELECT count(*) FROM others) AS others,
                            families_of((SELECT array_agg(p) FROM others) || CAST(:person AS uuid)) AS families
                        """)
                .bind("account", accounts.indexOf(rib))
                .bind("person", person)
                .mapTo(Counted.class)
                .one());
        if (counted.others() == 0) {
            return Use.ALONE;
        }
        return counted.families() > most ? Use.OF_MANY : Use.SHARED;
    }

    /** An account by its blind index, and how many are paid to it. */
    public record Shared(String fingerprint, int payees, int families) {}

    /** Those above the usual, by fingerprint. */
    public List<Shared> list(@Nullable String after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT encode(iban_index, 'hex') AS fingerprint, cardinality(persons) AS payees,
                            families_of(persons) AS families
                        FROM (
                            SELECT a.iban_index, array_agg(DISTINCT a.person_id) AS persons
                            FROM account a JOIN person p ON p.id = a.person_id
                            WHERE (a.used_until IS NULL OR a.used_until > now())
                              AND (CAST(:after AS text) IS NULL OR a.iban_index > decode(:after, 'hex'))
                            GROUP BY a.iban_index HAVING count(DISTINCT a.person_id) > :most
                        ) AS many
                        WHERE families_of(persons) > :most ORDER BY iban_index LIMIT :rows
                        """)
                .bind("after", after)
                .bind("most", most)
                .bind("rows", rows)
                .mapTo(Shared.class)
                .list());
    }

    /** Who is paid to it. */
    public record Payee(UUID id, String reference, @Nullable String office) {}

    public List<Payee> payees(String fingerprint, @Nullable UUID after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.id, p.reference, p.office FROM account_payees(decode(:account, 'hex')) AS payee
                        JOIN person p ON p.id = payee
                        WHERE (CAST(:after AS uuid) IS NULL OR p.id > :after) ORDER BY p.id LIMIT :rows
                        """)
                .bind("account", fingerprint)
                .bind("after", after)
                .bind("rows", rows)
                .mapTo(Payee.class)
                .list());
    }
}
