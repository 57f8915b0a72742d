package ma.riaya.office.territory;

import java.util.List;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.Roles;
import org.jspecify.annotations.Nullable;

/** A province as stored, with the office that serves it now. */
record Province(
        String code,
        ProvinceView.Type type,
        String nameAr,
        String nameFr,
        String region,
        long version,
        @Nullable String office) {

    ProvinceView seenBy(Caller reader) {
        return new ProvinceView(
                code, type, nameAr, nameFr, region, office, reader.has(Roles.ADMIN) ? List.of("assign") : List.of());
    }
}
