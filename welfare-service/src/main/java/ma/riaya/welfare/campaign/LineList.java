package ma.riaya.welfare.campaign;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.problem.ProblemTexts;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.purpose.Purpose;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The frozen lists as they are read: each pension shown is recorded as looked at. */
@Singleton
class LineList {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String PENSION = "pension";
    private static final String HIDDEN = "•••";

    private static final String STATE =
            "coalesce(p.state, CASE l.verdict WHEN 'NEAR_MISS' THEN NULL ELSE 'SELECTED' END)";

    private static final String PAGE = """
            SELECT l.id, l.person, l.reference, l.name_ar, l.name_latin, l.office, l.category, l.category_from, l.verdict, l.reason, l.reasons::text AS reasons, l.amount, l.pension,
                   %1$s AS state, p.disbursement, p.end_to_end_id, p.voucher
            FROM campaign_line l LEFT JOIN campaign_line_progress p ON p.line = l.id
            WHERE l.wave = :wave AND l.id > :after
              AND (CAST(:verdict AS text) IS NULL OR l.verdict = :verdict)
              AND (CAST(:state AS text) IS NULL OR %1$s = :state)
              AND (CAST(:reason AS text) IS NULL OR l.reasons @> jsonb_build_array(jsonb_build_object('code', CAST(:reason AS text))))
            ORDER BY l.id LIMIT :rows
            """.formatted(STATE);

    private static final String FIGURES = """
            SELECT l.verdict, l.category, l.reason, %1$s AS state, count(*)::int AS lines, coalesce(sum(l.amount), 0) AS sum
            FROM campaign_line l LEFT JOIN campaign_line_progress p ON p.line = l.id
            WHERE l.wave = :wave GROUP BY 1, 2, 3, 4 ORDER BY 1 DESC, 2, 3, 4
            """.formatted(STATE);

    private final Jdbi jdbi;
    private final LineBook book;
    private final Audit audit;
    private final ProblemTexts texts;

    LineList(Jdbi jdbi, LineBook book, Audit audit, ProblemTexts texts) {
        this.jdbi = jdbi;
        this.book = book;
        this.audit = audit;
        this.texts = texts;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Row(
            UUID id,
            UUID person,
            String reference,
            String nameAr,
            String nameLatin,
            @Nullable String office,
            String category,
            LocalDate categoryFrom,
            LineVerdict verdict,
            @Nullable String reason,
            String reasons,
            @Nullable Money amount,
            byte @Nullable [] pension,
            @Nullable LineState state,
            @Nullable UUID disbursement,
            @Nullable String endToEndId,
            @Nullable String voucher) {}

    List<WaveView.WaveFigure> figures(UUID wave) {
        return jdbi.withHandle(handle -> handle.createQuery(FIGURES)
                .bind("wave", wave)
                .mapTo(WaveView.WaveFigure.class)
                .list());
    }

    /** In the order of the list. */
    List<Row> page(UUID wave, LineFilter filter, @Nullable Cursor after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("wave", wave)
                .bind("verdict", filter.verdict())
                .bind("state", filter.state())
                .bind("reason", filter.reason())
                .bind("after", after == null ? BEFORE_ALL : after.uuid(0))
                .bind("rows", rows)
                .mapTo(Row.class)
                .list());
    }

    /** Without a purpose the pensions stay hidden; with one, each look is recorded: no record, no answer. */
    @Transactional
    List<LineView> shown(List<Row> rows, Optional<Purpose> purpose, Locale language) {
        purpose.ifPresent(stated -> audit.append(rows.stream()
                .filter(row -> row.pension() != null)
                .map(row -> AuditEntry.of("campaign-line-pension-read", "campaign-line", row.id())
                        .forPurpose(stated.name()))
                .toList()));
        return rows.stream().map(row -> view(row, purpose, language)).toList();
    }

    private LineView view(Row row, Optional<Purpose> purpose, Locale language) {
        byte[] sealed = row.pension();
        Money pension = sealed == null || purpose.isEmpty() ? null : book.pensionOf(row.id(), sealed);
        return new LineView(
                row.id(),
                row.person(),
                row.reference(),
                row.nameAr(),
                row.nameLatin(),
                row.office(),
                row.category(),
                row.categoryFrom(),
                row.verdict(),
                row.reason(),
                book.read(row.reasons()).stream()
                        .map(reason -> reason(reason, pension, language))
                        .toList(),
                row.amount(),
                pension,
                row.state(),
                row.disbursement(),
                row.endToEndId(),
                row.voucher());
    }

    private LineView.ReasonView reason(Reason reason, @Nullable Money pension, Locale language) {
        Map<String, String> values = new HashMap<>(reason.values());
        if (pension != null && reason.code().equals(Reason.PENSION_ABOVE_CEILING)) {
            values.put(PENSION, pension.toString());
        }
        Map<String, Object> named = new HashMap<>(values);
        named.putIfAbsent(PENSION, HIDDEN);
        return new LineView.ReasonView(reason.code(), texts.text(reason.textKey(), language, named), values);
    }
}
