package ma.riaya.welfare.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.welfare.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A wave with its figures. */
record WaveView(
        UUID id,
        UUID campaign,
        @Schema(examples = "1") int number,

        @Schema(description = "The day whose facts selected.")
        LocalDate asOf,

        @Schema(examples = "المرحلة الأولى") String nameAr,
        @Schema(examples = "Première vague") String nameFr,
        WaveState state,

        @Schema(description = "Lines paid to an account.", examples = "4798")
        int transfers,

        @Schema(description = "Lines that get a voucher.") int vouchers,

        @Schema(description = "Lines that were looked at and not selected.")
        int nearMisses,

        @Schema(description = "Sum of transfers and vouchers: what the envelope holds for the wave.")
        Money total,

        @Schema(description = "Lines and sums by verdict, category, first reason and state.")
        List<WaveFigure> figures,

        @Schema(description = "Subject of the account.") String selectedBy,
        Instant selectedAt,

        @Nullable @Schema(description = "Subject of the account.")
        String proposedBy,

        @Nullable Instant proposedAt,

        @Nullable @Schema(description = "Subject of the account; never who selected or proposed.")
        String approvedBy,

        @Nullable Instant approvedAt,

        @Nullable @Schema(description = "Subject of the account; never who selected, proposed or approved.")
        String orderedBy,

        @Nullable Instant orderedAt,

        @Nullable @Schema(description = "The payment batch of its transfers.")
        UUID batch,

        @Schema(
                description =
                        "Selected lines that the order left out: the person had died, or is paid by another line under another id.")
        int withheld,

        @Schema(description = "Their sum, which went back to the envelope.")
        Money withheldTotal,

        @Nullable @Schema(description = "Subject of who gave the list up.")
        String discardedBy,

        @Nullable Instant discardedAt,

        @Nullable @Schema(description = "Why it was given up.")
        String discardReasons,

        @Schema(description = "What the reader may do now.") List<String> actions) {

    private static final String PROPOSE = "propose";
    private static final String DISCARD = "discard";

    /** How many lines are alike, and their sum. */
    @Schema(name = "WaveFigure")
    record WaveFigure(
            LineVerdict verdict,
            @Schema(examples = "WIDOWED_SPOUSE") String category,

            @Nullable @Schema(examples = "pension-above-ceiling")
            String reason,

            @Nullable LineState state,
            @Schema(examples = "4226") int lines,
            Money sum) {}

    static WaveView of(Wave wave, List<WaveFigure> figures, @Nullable String discardReasons, Caller reader) {
        return new WaveView(
                wave.id(),
                wave.campaign(),
                wave.number(),
                wave.asOf(),
                wave.nameAr(),
                wave.nameFr(),
                wave.state(),
                wave.transfers(),
                wave.vouchers(),
                wave.nearMisses(),
                wave.total(),
                figures,
                wave.selectedBy(),
                wave.selectedAt(),
                wave.proposedBy(),
                wave.proposedAt(),
                wave.approvedBy(),
                wave.approvedAt(),
                wave.orderedBy(),
                wave.orderedAt(),
                wave.batch(),
                wave.withheld(),
                wave.withheldTotal(),
                wave.discardedBy(),
                wave.discardedAt(),
                discardReasons,
                actions(wave, reader));
    }

    /** The same to a reader whom the list pays, and who may only have it proposed or given up. */
    WaveView ofOwnFile() {
        return new WaveView(
                id,
                campaign,
                number,
                asOf,
                nameAr,
                nameFr,
                state,
                transfers,
                vouchers,
                nearMisses,
                total,
                figures,
                selectedBy,
                selectedAt,
                proposedBy,
                proposedAt,
                approvedBy,
                approvedAt,
                orderedBy,
                orderedAt,
                batch,
                withheld,
                withheldTotal,
                discardedBy,
                discardedAt,
                discardReasons,
                actions.stream()
                        .filter(one -> one.equals(PROPOSE) || one.equals(DISCARD))
                        .toList());
    }

    private static List<String> actions(Wave wave, Caller reader) {
        List<String> actions = new ArrayList<>();
        switch (wave.state()) {
            case SELECTED -> {
                if (reader.hasAny(Roles.COMMITTEE, Roles.ADMIN) && wave.transfers() + wave.vouchers() > 0) {
                    actions.add(PROPOSE);
                }
            }
            case PROPOSED -> {
                if (reader.has(Roles.COMMITTEE) && !wave.isPreparedBy(reader.subject())) {
                    actions.add("approve");
                }
            }
            case APPROVED -> {
                if (reader.has(Roles.FINANCE)
                        && !reader.subject().equals(wave.approvedBy())
                        && !wave.isPreparedBy(reader.subject())) {
                    actions.add("order");
                }
            }
            case ORDERED, DISCARDED -> {
                // What follows is the payment batch's, or nothing.
            }
        }
        if (reader.hasAny(Roles.COMMITTEE, Roles.ADMIN) && wave.state().next().contains(WaveState.DISCARDED)) {
            actions.add(DISCARD);
        }
        return actions;
    }
}
