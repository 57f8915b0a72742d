package ma.riaya.welfare.programme;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.time.Clocks;
import ma.riaya.welfare.money.Money;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue.
 *
 * <p>It is read once: a version never changes, and new ones come by migration, before the service answers.
 */
@Singleton
public class Programmes {

    private static final int UNPROCESSABLE = 422;

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile @Nullable List<Programme> known;

    Programmes(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The version under which new files and campaigns are opened today; refused as programme-unknown, 422. */
    public Programme inForce(String code) {
        return today(code).orElseThrow(() -> new RefusedException(new ProgrammeUnknown(code, UNPROCESSABLE)));
    }

    /** The version that a file was opened under. */
    public Programme version(String code, int version) {
        return all().stream()
                .filter(programme -> programme.code().equals(code) && programme.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no version " + version + " of programme " + code));
    }

    Optional<Programme> today(String code) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.BUSINESS_ZONE));
        return all().stream()
                .filter(programme -> programme.code().equals(code)
                        && !programme.inForceFrom().isAfter(today))
                .max(Comparator.comparingInt(Programme::version));
    }

    /** Each programme in its version of today, by code. */
    List<Programme> catalogue() {
        return all().stream()
                .map(Programme::code)
                .distinct()
                .sorted()
                .map(this::today)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Programme> all() {
        List<Programme> programmes = known;
        if (programmes == null) {
            programmes = read();
            known = programmes;
        }
        return programmes;
    }

    private List<Programme> read() {
        return jdbi.withHandle(handle -> {
            Map<String, List<CampaignRule>> rules =
                    handle
                            .createQuery("SELECT * FROM campaign_rule ORDER BY category")
                            .mapTo(RuleRow.class)
                            .list()
                            .stream()
                            .collect(Collectors.groupingBy(
                                    RuleRow::owner, Collectors.mapping(RuleRow::rule, Collectors.toList())));
            Map<String, List<RequiredDocument>> documents = handle
                    .createQuery(
                            "SELECT programme, version, kind, name_ar, name_fr FROM programme_document ORDER BY position")
                    .mapTo(DocumentRow.class)
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(
                            DocumentRow::owner, Collectors.mapping(DocumentRow::document, Collectors.toList())));
            return handle.createQuery("""
                            SELECT p.*, v.*, w.conditions_ar, w.conditions_fr FROM programme p
                            JOIN programme_version v ON v.programme = p.code
                            JOIN programme_wording w ON w.programme = v.programme AND w.version = v.version
                            ORDER BY p.code, v.version
                            """).mapTo(Row.class).list().stream()
                    .map(row -> row.programme(
                            documents.getOrDefault(row.owner(), List.of()), rules.getOrDefault(row.owner(), List.of())))
                    .toList();
        });
    }

    private record DocumentRow(String programme, int version, String kind, String nameAr, String nameFr) {
        String owner() {
            return programme + version;
        }

        RequiredDocument document() {
            return new RequiredDocument(kind, nameAr, nameFr);
        }
    }

    private record RuleRow(String programme, int version, String category, Money pensionUpTo) {
        String owner() {
            return programme + version;
        }

        CampaignRule rule() {
            return new CampaignRule(category, pensionUpTo);
        }
    }

    private record Row(
            String code,
            String nameAr,
            String nameFr,
            String provider,
            String kind,
            String evidence,
            String conditions,
            String conditionsAr,
            String conditionsFr,
            int version,
            LocalDate inForceFrom,
            boolean onRequest,
            @Nullable Money amountMin,
            @Nullable Money amountMax,
            int deadlineDays,
            boolean oneOpenRequest,
            Money headCeiling,
            boolean needsCommittee,
            String note) {

        String owner() {
            return code + version;
        }

        Programme programme(List<RequiredDocument> documents, List<CampaignRule> rules) {
            return new Programme(
                    code,
                    nameAr,
                    nameFr,
                    provider,
                    kind,
                    evidence,
                    conditions,
                    new Programme.Wording(conditionsAr, conditionsFr),
                    documents,
                    version,
                    inForceFrom,
                    onRequest,
                    amountMin == null || amountMax == null ? null : new AmountRange(amountMin, amountMax),
                    deadlineDays,
                    oneOpenRequest,
                    headCeiling,
                    needsCommittee,
                    note,
                    rules);
        }
    }
}
