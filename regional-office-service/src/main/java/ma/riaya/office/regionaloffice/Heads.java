package ma.riaya.office.regionaloffice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The appointments of heads as stored: rows are ended, never changed. */
@Singleton
class Heads {

    private static final String COLUMNS =
            "id, office, username, name_ar, name_fr, decision_number, starts_on AS \"from\", ends_on AS until";

    private static final String OF_THE_OFFICE = "SELECT " + COLUMNS + " FROM head_appointment WHERE office = :office ";

    private static final String INSERT = """
            INSERT INTO head_appointment
                (office, username, name_ar, name_fr, decision_number, starts_on, appointed_by, appointed_at)
            VALUES (:office, :username, :nameAr, :nameFr, :decision, :from, :by, :at)
            RETURNING """ + " " + COLUMNS;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Audit audit;

    Heads(Jdbi jdbi, Clock clock, Audit audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    /** The latest first. */
    List<AppointmentView> page(String office, @Nullable LocalDate before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_THE_OFFICE + """
                        AND starts_on < coalesce(:before, DATE 'infinity')
                        ORDER BY starts_on DESC LIMIT :rows
                        """)
                .bind("office", office)
                .bind("before", before)
                .bind("rows", rows)
                .mapTo(AppointmentView.class)
                .list());
    }

    /** Appoints from a day on and ends the former head's service on that day; refused where the post is taken then. */
    @Transactional
    AppointmentView appoint(String office, AppointmentBody body, Caller by) {
        return jdbi.withHandle(handle -> {
            lock(handle, office);
            refuseTheSameDecision(handle, office, body);
            Optional<AppointmentView> last = last(handle, office);
            last.ifPresent(former -> refuseOverlap(former, body));
            last.filter(former -> former.until() == null).ifPresent(former -> end(handle, former, body.from()));
            AppointmentView appointed = insert(handle, office, body, by);
            remember(appointed, last);
            return appointed;
        });
    }

    /** One appointment at a time for each office; the office as it is read has changed with it. */
    private static void lock(Handle handle, String office) {
        int found = handle.createUpdate("UPDATE office SET version = version + 1 WHERE code = :office")
                .bind("office", office)
                .execute();
        if (found == 0) {
            throw new RefusedException(new CannotFindOffice.Unknown(office));
        }
    }

    private static void refuseTheSameDecision(Handle handle, String office, AppointmentBody body) {
        handle.createQuery("SELECT 1 FROM head_appointment WHERE office = :office AND decision_number = :decision")
                .bind("office", office)
                .bind("decision", body.decisionNumber())
                .mapTo(Integer.class)
                .findOne()
                .ifPresent(found -> {
                    throw new RefusedException(new CannotAppoint.DecisionUsed(office, body.decisionNumber()));
                });
    }

    private static Optional<AppointmentView> last(Handle handle, String office) {
        return handle.createQuery(OF_THE_OFFICE + "ORDER BY starts_on DESC LIMIT 1")
                .bind("office", office)
                .mapTo(AppointmentView.class)
                .findOne();
    }

    private static void refuseOverlap(AppointmentView last, AppointmentBody body) {
        LocalDate free = last.until() == null ? last.from().plusDays(1) : last.until();
        if (body.from().isBefore(free)) {
            throw new RefusedException(new CannotAppoint.Overlap(last.office(), body.from(), free));
        }
    }

    private static void end(Handle handle, AppointmentView former, LocalDate until) {
        handle.createUpdate("UPDATE head_appointment SET ends_on = :until WHERE id = :id")
                .bind("until", until)
                .bind("id", former.id())
                .execute();
    }

    private AppointmentView insert(Handle handle, String office, AppointmentBody body, Caller by) {
        return handle.createQuery(INSERT)
                .bind("office", office)
                .bind("username", body.username())
                .bind("nameAr", body.nameAr())
                .bind("nameFr", body.nameFr())
                .bind("decision", body.decisionNumber())
                .bind("from", body.from())
                .bind("by", by.subject())
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(AppointmentView.class)
                .one();
    }

    private void remember(AppointmentView appointed, Optional<AppointmentView> former) {
        Map<String, String> facts = new HashMap<>();
        facts.put("appointment", appointed.id().toString());
        facts.put("decision", appointed.decisionNumber());
        facts.put("from", appointed.from().toString());
        former.ifPresent(before -> facts.put("former", before.id().toString()));
        audit.append(
                AuditEntry.of("head-appointed", "office", appointed.office()).with(facts));
    }
}
