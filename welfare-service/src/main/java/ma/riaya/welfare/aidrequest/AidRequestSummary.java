package ma.riaya.welfare.aidrequest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as a list shows it. */
record AidRequestSummary(
        UUID id,
        @Nullable @Schema(examples = "ERR-2026-000123") String number,
        State state,
        @Schema(examples = "SERIOUS_ILLNESS") String programme,
        @Schema(examples = "ERR") String office,
        int year,
        AidRequestView.PersonView person,
        Channel channel,
        @Nullable Money amount,
        @Nullable LocalDate deadline,

        @Schema(description = "What the reader may do now.") List<String> actions) {

    static AidRequestSummary of(AidRequest request, List<String> actions) {
        return new AidRequestSummary(
                request.id(),
                request.number(),
                request.state(),
                request.programme(),
                request.office(),
                request.year(),
                AidRequestView.PersonView.of(request),
                request.channel(),
                request.amount(),
                request.deadline(),
                actions);
    }
}
