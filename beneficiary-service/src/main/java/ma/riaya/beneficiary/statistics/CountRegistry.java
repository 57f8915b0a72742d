package ma.riaya.beneficiary.statistics;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.person.Money;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Counts for headquarters all offices or one, for an office its own without the small numbers. */
@Singleton
class CountRegistry {

    private static final int MOST_DIMENSIONS = 2;

    private final Counts counts;
    private final IdentityRules rules;
    private final RecordLooks looks;
    private final CurrentCaller caller;

    CountRegistry(Counts counts, IdentityRules rules, RecordLooks looks, CurrentCaller caller) {
        this.counts = counts;
        this.rules = rules;
        this.looks = looks;
        this.caller = caller;
    }

    @Transactional
    StatisticsView persons(String by, @Nullable String office, @Nullable LocalDate asOf) {
        List<Dimension> dimensions = dimensions(by);
        Counts.Asked asked = asked(office, asOf);
        return view(asked, counts.persons(dimensions, asked));
    }

    @Transactional
    StatisticsView missing(@Nullable String office) {
        Counts.Asked asked = asked(office, null);
        return view(asked, counts.missing(asked));
    }

    @Transactional
    StatisticsView provincesWithoutOffice() {
        Counts.Asked asked = asked(null, null);
        return view(asked, counts.provincesWithoutOffice(asked));
    }

    /** Opens every pension for a moment and shows none: one look, of the whole, is recorded. */
    @Transactional
    StatisticsView pensionsBelow(
            Money threshold, @Nullable String office, @Nullable LocalDate asOf, StatedPurpose purpose) {
        Counts.Asked asked = asked(office, asOf);
        looks.record(
                RecordLooks.Look.at("statistics", "pensions-below", "statistics-read", Set.of(SensitiveField.PENSION))
                        .forPurpose(purpose.code())
                        .with(Map.of(
                                "below",
                                threshold.amount(),
                                "asOf",
                                asked.asOf().toString(),
                                "office",
                                asked.office() == null ? "" : asked.office())));
        return view(asked, counts.pensionsBelow(threshold, asked));
    }

    private Counts.Asked asked(@Nullable String office, @Nullable LocalDate asOf) {
        Caller reader = caller.get();
        String of = office == null ? reader.office().orElse(null) : office;
        if (of != null) {
            caller.reaching(of);
        }
        return new Counts.Asked(asOf == null ? rules.today() : asOf, of);
    }

    private StatisticsView view(Counts.Asked asked, List<Counts.Count> found) {
        boolean all = caller.get().isHeadquarters();
        return new StatisticsView(
                asked.asOf(),
                asked.office(),
                found.stream()
                        .map(count -> all
                                ? CountView.told(count.of(), count.persons())
                                : CountView.toldToAnOffice(count.of(), count.persons()))
                        .toList());
    }

    private static List<Dimension> dimensions(String by) {
        List<Dimension> dimensions = Arrays.stream(by.split(",", -1))
                .map(name -> Dimension.of(name.strip()).orElseThrow(CountRegistry::unknown))
                .toList();
        if (dimensions.size() > MOST_DIMENSIONS || new HashSet<>(dimensions).size() < dimensions.size()) {
            throw unknown();
        }
        return dimensions;
    }

    private static RefusedException unknown() {
        return new RefusedException(new CannotCount.DimensionUnknown(
                Arrays.stream(Dimension.values()).map(Dimension::named).collect(Collectors.joining(", "))));
    }
}
