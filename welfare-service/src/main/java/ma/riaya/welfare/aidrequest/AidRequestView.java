package ma.riaya.welfare.aidrequest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.payment.Disbursement;
import ma.riaya.welfare.registryevent.RegistryNotice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as its reader sees it. */
public record AidRequestView(
        UUID id,

        @Nullable
        @Schema(description = "Number of the deposit receipt; null before submission.", examples = "ERR-2026-000123")
        String number,

        State state,
        @Schema(examples = "SERIOUS_ILLNESS") String programme,

        @Schema(description = "The version that decides it.", examples = "1")
        int programmeVersion,

        @Schema(examples = "ERR") String office,
        @Schema(examples = "2026") int year,
        PersonView person,

        @Nullable
        @Schema(
                description =
                        "What the family says of its situation; null unless a purpose is stated in Riaya-Purpose.")
        String situation,

        Channel channel,

        @Nullable @Schema(description = "Proposed or decided.")
        Money amount,

        @Nullable @Schema(description = "Subject of the account.")
        String proposedBy,

        @Nullable @Schema(description = "Subject of the account; never who proposed.")
        String approvedBy,

        List<DocumentView> documents,
        @Nullable Disbursement disbursement,

        @Nullable @Schema(description = "Business day by which it is to be decided.")
        LocalDate deadline,

        @Schema(
                description =
                        "What the registry told of the person since the request was opened, the newest first, while it is open: at most 50.")
        List<RegistryNotice> registryNotices,

        @Schema(description = "What the reader may do now.") List<String> actions) {

    /** The person as the registry showed them when the request was opened. */
    @Schema(name = "PersonSnapshot")
    record PersonView(
            UUID id,
            @Schema(examples = "فاطمة الزهراء بنعلي") String nameAr,
            @Schema(examples = "Fatima Zahra Benali") String nameLatin,
            @Nullable @Schema(examples = "ERR") String office,
            Instant asOf) {

        static PersonView of(AidRequest request) {
            return new PersonView(
                    request.person(),
                    request.personNameAr(),
                    request.personNameLatin(),
                    request.personOffice(),
                    request.personAsOf());
        }
    }
}
