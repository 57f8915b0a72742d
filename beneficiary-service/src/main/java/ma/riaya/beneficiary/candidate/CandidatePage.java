package ma.riaya.beneficiary.candidate;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of candidates, and whether it still shows the registry of the first page. */
@Schema(name = "CandidatePage")
record CandidatePage(
        List<CandidateView> items,

        @Nullable @Schema(nullable = true, description = "Cursor of the next page; null on the last.")
        String next,

        @Schema(
                description =
                        "The moment whose knowledge is shown: asked with it again, the categories, pensions and deaths of the day are answered as here for ever.")
        Instant knownAt,

        @Schema(
                description =
                        "Whether the registry was changed since the first page was read. Who needs all pages to show one state begins again at the first.")
        boolean changed) {}
