package ma.riaya.beneficiary.statistics;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Counts of the registry, of those whom the reader may see. */
@Schema(name = "Statistics")
record StatisticsView(
        @Schema(examples = "2026-07-01", description = "The day whose facts are counted.")
        LocalDate asOf,

        @Nullable @Schema(examples = "RAB", description = "Only persons that this office follows; null for all.")
        String office,

        List<CountView> items) {}
