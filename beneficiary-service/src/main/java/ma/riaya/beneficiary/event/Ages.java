package ma.riaya.beneficiary.event;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Holding;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Until which age a child or an orphan is one to the registry: 21 years, 25 while at school, without end when disabled.
 *
 * <p>A programme of aid decides on the age that it asks for itself.
 */
@Singleton
class Ages {

    /** The ages at which something begins or ends somewhere: work, majority, the registry's own limits. */
    static final List<Integer> TOLD = List.of(16, 18, 21, 25);

    static final String REACHED = "MAJORITY";

    private final int usual;
    private final int schooling;

    Ages(
            @ConfigProperty(name = "riaya.age-limit.usual") int usual,
            @ConfigProperty(name = "riaya.age-limit.schooling") int schooling) {
        this.usual = usual;
        this.schooling = schooling;
    }

    int usual() {
        return usual;
    }

    int schooling() {
        return schooling;
    }

    static boolean limits(Holding.Key key) {
        return key.category() == Category.CHILD || key.category() == Category.ORPHAN;
    }

    /** The first day on which somebody of that birth date is no such child any more; empty where disability lifts it. */
    Optional<LocalDate> limit(LocalDate birth, List<Step> steps) {
        LocalDate usually = birth.plusYears(usual);
        LocalDate latest = birth.plusYears(schooling);
        LocalDate schooled = steps.stream()
                .filter(step -> step.act() == Step.Act.SCHOOLED)
                .map(Step::day)
                .max(LocalDate::compareTo)
                .orElse(usually);
        LocalDate atSchool = schooled.isAfter(latest) ? latest : schooled;
        LocalDate limit = atSchool.isAfter(usually) ? atSchool : usually;
        boolean lifted = steps.stream()
                .anyMatch(step -> step.act() == Step.Act.UNLIMITED && step.day().isBefore(limit));
        return lifted ? Optional.empty() : Optional.of(limit);
    }
}
