package ma.riaya.beneficiary.person;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The accounts of a person: the one in use, the one that rests after its approval, and those before. */
@Singleton
public class Accounts {

    private final Jdbi jdbi;
    private final Seal seal;
    private final BlindIndex index;
    private final Persons persons;
    private final Audit audit;

    Accounts(Jdbi jdbi, Seal seal, BlindIndex index, Persons persons, Audit audit) {
        this.jdbi = jdbi;
        this.seal = seal;
        this.index = index;
        this.persons = persons;
        this.audit = audit;
    }

    /**
     * An account of a person.
     *
     * @param from from when it may be paid to
     * @param until when another takes its place
     * @param request the approved request that it came by
     */
    public record Account(
            Rib rib,
            OffsetDateTime from,
            @Nullable OffsetDateTime until,
            Source source,
            @Nullable UUID request) {}

    /** What another person approved. */
    public record Approved(UUID request, Source source, Rib rib, LocalDate payableOn) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(
            UUID id,
            byte[] ibanSealed,
            OffsetDateTime usedFrom,
            @Nullable OffsetDateTime usedUntil,
            Source source,
            @Nullable UUID requestId) {}

    /** The last one first; a person has few. */
    public List<Account> of(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, iban_sealed, used_from, used_until, source, request_id FROM account
                        WHERE person_id = :person ORDER BY used_from DESC, id DESC LIMIT 50
                        """)
                .bind("person", person)
                .mapTo(Row.class)
                .map(row -> new Account(
                        Rib.ofIban(seal.open(SealedColumn.ACCOUNT_IBAN, row.id(), row.ibanSealed())),
                        row.usedFrom(),
                        row.usedUntil(),
                        row.source(),
                        row.requestId()))
                .list());
    }

    /** The one approved last, whether it is in use or still rests. */
    public Optional<Account> last(UUID person) {
        return of(person).stream().filter(account -> account.until() == null).findFirst();
    }

    public byte[] indexOf(Rib rib) {
        return index.of(BlindIndex.Kind.IBAN, rib.iban());
    }

    /**
     * Enters an approved account: it is paid to from its first day on, and until then the former one stands.
     *
     * <p>A former one that was doubted stands no longer: nothing was paid to it, and nothing is until the new one may be.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter(UUID person, Approved approved) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            UPDATE account a SET used_until = CASE WHEN p.account_problem IS NULL
                                THEN CAST(:payableOn AS timestamp) AT TIME ZONE 'Africa/Casablanca'
                                ELSE greatest(a.used_from, now()) END
                            FROM person p WHERE p.id = a.person_id AND a.person_id = :person AND a.used_until IS NULL
                            """)
                    .bind("payableOn", approved.payableOn())
                    .bind("person", person)
                    .execute();
            handle.createUpdate("""
                            INSERT INTO account (id, person_id, iban_sealed, iban_index, used_from, source, request_id)
                            VALUES (:id, :person, :sealed, :index,
                                CAST(:payableOn AS timestamp) AT TIME ZONE 'Africa/Casablanca', :source, :request)
                            """)
                    .bind("id", id)
                    .bind("person", person)
                    .bind(
                            "sealed",
                            seal.close(
                                    SealedColumn.ACCOUNT_IBAN,
                                    id,
                                    approved.rib().iban()))
                    .bind("index", indexOf(approved.rib()))
                    .bind("payableOn", approved.payableOn())
                    .bind("source", approved.source().name())
                    .bind("request", approved.request())
                    .execute();
            handle.createUpdate("UPDATE person SET account_problem = NULL WHERE id = :person")
                    .bind("person", person)
                    .execute();
        });
        persons.touch(person);
        audit.append(AuditEntry.of("account-changed", "person", person)
                .with(Map.of(
                        "request", approved.request().toString(),
                        "payableOn", approved.payableOn().toString())));
    }
}
