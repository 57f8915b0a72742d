package ma.riaya.welfare.aidrequest;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.database.OneStatement;
import ma.riaya.kit.database.Write;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.time.Clocks;
import ma.riaya.welfare.beneficiary.Person;
import ma.riaya.welfare.encryption.FieldCipher;
import ma.riaya.welfare.programme.Programme;
import ma.riaya.welfare.programme.Programmes;
import ma.riaya.welfare.registryevent.SamePerson;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Opens a file for a person's request, at the office of who receives it. */
@Singleton
class OpenAidRequest {

    private static final String INSERT = """
            INSERT INTO aid_request (id, state, programme, programme_version, one_open_request, office, year, person, person_name_ar,
                person_name_latin, person_office, person_as_of, situation, channel, opened_by, opened_at, version, changed_at)
            VALUES (:id, :to, :programme, :programmeVersion, :oneOpen, :office, :year, :person, :nameAr, :nameLatin,
                CAST(:personOffice AS text), :asOf, :situation, :channel, :actor, :at, 1, :at)
            ON CONFLICT (person, programme)
                WHERE one_open_request AND state IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'COMPLEMENT_REQUESTED', 'PROPOSED', 'APPROVED', 'ORDERED')
                DO NOTHING
            RETURNING *
            """;

    private static final String OPEN_ALREADY = """
            SELECT office FROM aid_request
            WHERE id = ANY (requests_of(:person)) AND programme = :programme AND one_open_request AND state NOT IN ('PAID', 'RETURNED', 'REJECTED', 'CLOSED', 'WITHDRAWN')
            ORDER BY id LIMIT 1
            """;

    private final Jdbi jdbi;
    private final Moves moves;
    private final Programmes programmes;
    private final FieldCipher cipher;
    private final SamePerson same;
    private final Clock clock;

    OpenAidRequest(Jdbi jdbi, Moves moves, Programmes programmes, FieldCipher cipher, SamePerson same, Clock clock) {
        this.jdbi = jdbi;
        this.moves = moves;
        this.programmes = programmes;
        this.cipher = cipher;
        this.same = same;
        this.clock = clock;
    }

    record Opening(UUID person, String programme, String situation, Channel channel) {}

    /** What can be refused before the registry is asked; answers the office that the file will belong to. */
    String check(Opening opening, Caller caller) {
        if (caller.person().filter(own -> same.is(own, opening.person())).isPresent()) {
            throw new RefusedException(new CannotAct.OwnFile());
        }
        if (!programmes.inForce(opening.programme()).onRequest()) {
            throw new RefusedException(new CannotOpen.ProgrammeNotOnRequest(opening.programme()));
        }
        return caller.office().orElseThrow(() -> new RefusedException(new CannotOpen.CallerWithoutOffice()));
    }

    /** The person is as the registry showed them before this transaction, and the file keeps that. */
    @Transactional
    AidRequest open(Opening opening, Person person, Caller caller) {
        String office = check(opening, caller);
        if (caller.person().filter(person.id()::equals).isPresent()) {
            throw new RefusedException(new CannotAct.OwnFile());
        }
        if (person.deathDate() != null) {
            throw new RefusedException(new CannotOpen.PersonDeceased());
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        List<Write> writes = new ArrayList<>();
        writes.add(new Write(Move.ROW, INSERT, values(id, opening, person, office)));
        writes.addAll(moves.history(AuditEntry.of("aid-request-opened", "aid-request", id)
                .with(Map.of(
                        "programme",
                        opening.programme(),
                        "person",
                        opening.person().toString()))));
        return jdbi.withHandle(handle -> OneStatement.execute(
                        handle, writes, "SELECT " + AidRequest.COLUMNS + " FROM moved", AidRequest.class))
                .orElseThrow(() -> new RefusedException(openAlready(opening, office)));
    }

    private Map<String, @Nullable Object> values(UUID id, Opening opening, Person person, String office) {
        Programme programme = programmes.inForce(opening.programme());
        Map<String, @Nullable Object> values = new HashMap<>(moves.actor());
        values.put("id", id);
        values.put("from", null);
        values.put("to", State.DRAFT);
        values.put("reasons", null);
        values.put("programme", programme.code());
        values.put("programmeVersion", programme.version());
        values.put("oneOpen", programme.oneOpenRequest());
        values.put("office", office);
        values.put("year", LocalDate.now(clock.withZone(Clocks.BUSINESS_ZONE)).getYear());
        // As it was asked for: where the registry answers for a merged record, the file is right again after an
        // unmerge.
        values.put("person", opening.person());
        values.put("nameAr", person.nameAr());
        values.put("nameLatin", person.nameLatin());
        values.put("personOffice", person.office());
        values.put("asOf", person.asOf().atOffset(ZoneOffset.UTC));
        values.put("situation", cipher.encrypt(opening.situation(), Situation.of(id)));
        values.put("channel", opening.channel());
        return values;
    }

    /** Told without its number, for it may be another office's file. */
    private CannotOpen openAlready(Opening opening, String here) {
        String where = jdbi.withHandle(handle -> handle.createQuery(OPEN_ALREADY)
                .bind("person", opening.person())
                .bind("programme", opening.programme())
                .mapTo(String.class)
                .findOne()
                .orElse(here));
        return new CannotOpen.RequestAlreadyOpen(opening.programme(), where);
    }
}
