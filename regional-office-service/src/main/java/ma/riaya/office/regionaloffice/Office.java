package ma.riaya.office.regionaloffice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.Roles;
import org.jspecify.annotations.Nullable;

/** An office as stored, with the head who serves today; all components of the head are null while the post is vacant. */
public record Office(
        String code,
        String nameAr,
        String nameFr,
        String cityAr,
        String cityFr,
        String region,
        String division,
        BigDecimal latitude,
        BigDecimal longitude,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String addressAr,
        @Nullable String addressFr,
        long version,
        @Nullable String headUsername,
        @Nullable String headNameAr,
        @Nullable String headNameFr,
        @Nullable LocalDate headFrom,
        @Nullable String headDecisionNumber) {

    /** The office as this reader sees it, with what the reader may do to it now. */
    public OfficeView seenBy(Caller reader) {
        return new OfficeView(
                code,
                nameAr,
                nameFr,
                cityAr,
                cityFr,
                region,
                division,
                latitude,
                longitude,
                new Contacts(phone, email, addressAr, addressFr),
                head(),
                reader.has(Roles.ADMIN) ? List.of("change", "appoint-head") : List.of());
    }

    private OfficeView.@Nullable Head head() {
        return headUsername == null
                        || headNameAr == null
                        || headNameFr == null
                        || headFrom == null
                        || headDecisionNumber == null
                ? null
                : new OfficeView.Head(headUsername, headNameAr, headNameFr, headFrom, headDecisionNumber);
    }
}
