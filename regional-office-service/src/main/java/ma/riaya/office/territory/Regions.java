package ma.riaya.office.territory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import ma.riaya.kit.paging.Cursor;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The regions as stored. */
@Singleton
class Regions {

    private final Jdbi jdbi;

    Regions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<RegionView> page(@Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT code, name_ar, name_fr FROM region
                        WHERE code > :after ORDER BY code LIMIT :rows
                        """)
                .bind("after", after == null ? "" : after.values().getFirst())
                .bind("rows", rows)
                .mapTo(RegionView.class)
                .list());
    }

    Optional<RegionView> find(String code) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT code, name_ar, name_fr FROM region WHERE code = :code")
                        .bind("code", code)
                        .mapTo(RegionView.class)
                        .findOne());
    }
}
