package ma.riaya.office.territory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import ma.riaya.kit.paging.Cursor;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The provinces as stored, each with the office of its running assignment. */
@Singleton
class Provinces {

    private static final String WITH_OFFICE = """
            SELECT p.code, p.type, p.name_ar, p.name_fr, p.region, p.version, a.office
            FROM province p LEFT JOIN province_assignment a ON a.province = p.code AND a.ends_at IS NULL
            """;

    private final Jdbi jdbi;

    Provinces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Province> page(ProvinceFilter filter, @Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(WITH_OFFICE + """
                        WHERE p.code > :after
                          AND (CAST(:office AS text) IS NULL OR a.office = :office)
                          AND (CAST(:region AS text) IS NULL OR p.region = :region)
                          AND (CAST(:served AS boolean) IS NULL OR (a.office IS NOT NULL) = :served)
                        ORDER BY p.code LIMIT :rows
                        """)
                .bind("after", after == null ? "" : after.values().getFirst())
                .bind("office", filter.office)
                .bind("region", filter.region)
                .bind("served", filter.served())
                .bind("rows", rows)
                .mapTo(Province.class)
                .list());
    }

    Optional<Province> find(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(WITH_OFFICE + "WHERE p.code = :code")
                .bind("code", code)
                .mapTo(Province.class)
                .findOne());
    }
}
