package ma.riaya.office.regionaloffice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.precondition.CannotChange;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.time.Clocks;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The offices as stored. */
@Singleton
public class Offices {

    private static final String WITH_HEAD = """
            SELECT o.code, o.name_ar, o.name_fr, o.city_ar, o.city_fr, o.region, o.division, o.latitude, o.longitude,
                   o.phone, o.email, o.address_ar, o.address_fr, o.version,
                   h.username AS head_username, h.name_ar AS head_name_ar, h.name_fr AS head_name_fr,
                   h.starts_on AS head_from, h.decision_number AS head_decision_number
            FROM office o
            LEFT JOIN head_appointment h ON h.office = o.code AND daterange(h.starts_on, h.ends_on) @> :today
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Audit audit;

    Offices(Jdbi jdbi, Clock clock, Audit audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    /** The office with its head of today. */
    public Optional<Office> find(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(WITH_HEAD + "WHERE o.code = :code")
                .bind("code", code)
                .bind("today", today())
                .mapTo(Office.class)
                .findOne());
    }

    List<Office> page(@Nullable Cursor after, int rows) {
        return jdbi.withHandle(
                handle -> handle.createQuery(WITH_HEAD + "WHERE o.code > :after ORDER BY o.code LIMIT :rows")
                        .bind("after", after == null ? "" : after.values().getFirst())
                        .bind("rows", rows)
                        .bind("today", today())
                        .mapTo(Office.class)
                        .list());
    }

    /** Writes names, coordinates and contacts over those that the caller has seen; refused where another change came first. */
    @Transactional
    void change(Office seen, OfficeBody body) {
        int changed = jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE office
                        SET name_ar = :nameAr, name_fr = :nameFr, latitude = :latitude, longitude = :longitude,
                            phone = :phone, email = :email, address_ar = :addressAr, address_fr = :addressFr,
                            version = version + 1
                        WHERE code = :code AND version = :version
                        """)
                .bind("code", seen.code())
                .bind("version", seen.version())
                .bind("nameAr", body.nameAr())
                .bind("nameFr", body.nameFr())
                .bind("latitude", body.latitude())
                .bind("longitude", body.longitude())
                .bind("phone", body.contacts().phone())
                .bind("email", body.contacts().email())
                .bind("addressAr", body.contacts().addressAr())
                .bind("addressFr", body.contacts().addressFr())
                .execute());
        if (changed == 0) {
            throw new RefusedException(new CannotChange.Stale());
        }
        audit.append(AuditEntry.of("office-changed", "office", seen.code())
                .with(Map.of("fields", differing(seen, body), "version", Long.toString(seen.version() + 1))));
    }

    private static String differing(Office seen, OfficeBody body) {
        List<String> fields = new ArrayList<>();
        addIf(!seen.nameAr().equals(body.nameAr()), "nameAr", fields);
        addIf(!seen.nameFr().equals(body.nameFr()), "nameFr", fields);
        addIf(seen.latitude().compareTo(body.latitude()) != 0, "latitude", fields);
        addIf(seen.longitude().compareTo(body.longitude()) != 0, "longitude", fields);
        addIf(!Objects.equals(seen.phone(), body.contacts().phone()), "phone", fields);
        addIf(!Objects.equals(seen.email(), body.contacts().email()), "email", fields);
        addIf(!Objects.equals(seen.addressAr(), body.contacts().addressAr()), "addressAr", fields);
        addIf(!Objects.equals(seen.addressFr(), body.contacts().addressFr()), "addressFr", fields);
        return String.join(",", fields);
    }

    private static void addIf(boolean differs, String field, List<String> fields) {
        if (differs) {
            fields.add(field);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Clocks.BUSINESS_ZONE));
    }
}
