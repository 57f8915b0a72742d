package ma.riaya.beneficiary.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Holding;
import ma.riaya.beneficiary.person.LinkKind;
import org.jspecify.annotations.Nullable;

/**
 * One category or one link over time: what sources and hands state, and the events laid on it as life went.
 *
 * <p>The same statements and the same events always give the same timeline, whatever was known in between;
 * what a source states is ended by an event but never moved by it.
 */
final class Timeline {

    /** Held from another day than the event's, these contradict it; others may have another ground. */
    private static final Set<Category> BEGIN_WITH_THEIR_EVENT = EnumSet.of(Category.RETIRED, Category.WIDOWED_SPOUSE);

    private final Holding.Key key;
    private final List<Holding> rows;
    private final Map<Step, Judged> judged = new HashMap<>();

    /** What became of a step, and what stands in its way. */
    record Judged(Outcome outcome, @Nullable Holding against) {}

    private Timeline(Holding.Key key, List<Holding> known) {
        this.key = key;
        this.rows = new ArrayList<>(stated(known.stream()
                .filter(row -> row.foundedBy() == null)
                .sorted(Comparator.comparing(Holding::from))
                .toList()));
    }

    /** As their sources state them; where something stated since begins before that end, the end that is known stays. */
    private static List<Holding> stated(List<Holding> known) {
        List<Holding> stated = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Holding row = known.get(i).asStated();
            boolean overtaken =
                    i + 1 < known.size() && row.lastsBeyond(known.get(i + 1).from());
            stated.add(overtaken ? known.get(i).asKnown() : row);
        }
        return stated;
    }

    /**
     * Lays the steps on what is known.
     *
     * @param limit the first day of an age that ends it
     * @param today before which a source's own statement is not cut for an age to come
     */
    static Timeline of(
            Holding.Key key, List<Holding> known, List<Step> steps, Optional<LocalDate> limit, LocalDate today) {
        Timeline timeline = new Timeline(key, known);
        steps.stream().sorted(Step.AS_LIFE_WENT).forEach(step -> timeline.lay(step, limit));
        limit.ifPresent(day -> timeline.endAt(day, today));
        return timeline;
    }

    List<Holding> rows() {
        return rows;
    }

    Map<Step, Judged> judged() {
        return judged;
    }

    private void lay(Step step, Optional<LocalDate> limit) {
        switch (step.act()) {
            case OPEN -> open(step, limit);
            case CLOSE -> close(step);
            case DIE, SCHOOLED, UNLIMITED -> judged.put(step, new Judged(Outcome.APPLIED, null));
        }
    }

    private void open(Step step, Optional<LocalDate> limit) {
        if (limit.filter(day -> !step.day().isBefore(day)).isPresent()) {
            judged.put(step, new Judged(Outcome.NOTHING, null));
            return;
        }
        Optional<Holding> inTheWay =
                rows.stream().filter(row -> row.lastsBeyond(step.day())).findFirst();
        if (inTheWay.isEmpty()) {
            rows.add(Holding.founded(key, step.day(), step.evidence(), step.event()));
            judged.put(step, new Judged(Outcome.APPLIED, null));
        } else if (founds(inTheWay.get(), step)) {
            judged.put(step, new Judged(Outcome.ALREADY, inTheWay.get()));
        } else {
            judged.put(step, new Judged(Outcome.CONFLICT, inTheWay.get()));
        }
    }

    /** Whether what stands already may be what the event opens. */
    private boolean founds(Holding row, Step step) {
        if (row.from().isAfter(step.day())) {
            return false;
        }
        return row.foundedBy() != null || row.from().equals(step.day()) || !beginsWithItsEvent();
    }

    private boolean beginsWithItsEvent() {
        return key.link() == LinkKind.SPOUSE
                || (key.category() != null && BEGIN_WITH_THEIR_EVENT.contains(key.category()));
    }

    private void close(Step step) {
        LocalDate day = step.day();
        Optional<Holding> first =
                rows.stream().filter(row -> row.lastsBeyond(day)).findFirst();
        if (first.isEmpty()) {
            boolean endedThen = rows.stream().anyMatch(row -> day.equals(row.until()));
            judged.put(step, new Judged(endedThen ? Outcome.ALREADY : Outcome.NOTHING, null));
            return;
        }
        Holding row = first.get();
        if (row.from().isBefore(day)) {
            cut(step, row);
        } else if (row.foundedBy() != null && row.from().equals(day)) {
            rows.remove(row);
            judged.put(step, new Judged(Outcome.APPLIED, null));
        } else if (row.from().equals(day) || endsForGood(step)) {
            judged.put(step, new Judged(Outcome.CONFLICT, row));
        } else {
            judged.put(step, new Judged(Outcome.NOTHING, null));
        }
    }

    /** After these nothing of the kind begins again. */
    private static boolean endsForGood(Step step) {
        return step.kind() == EventKind.DEATH || step.kind() == EventKind.RETIREMENT;
    }

    private void cut(Step step, Holding row) {
        boolean statedOtherwise = row.until() != null && row.endReason() != null && row.endedBy() == null;
        if (statedOtherwise) {
            judged.put(step, new Judged(Outcome.CONFLICT, row));
            return;
        }
        String reason = step.reason() == null ? step.kind().name() : step.reason();
        rows.set(rows.indexOf(row), row.endedOn(step.day(), reason, step.event()));
        judged.put(step, new Judged(Outcome.APPLIED, null));
    }

    /** What an event opened ends at the age to come; what a source states without an end, once the age is reached. */
    private void endAt(LocalDate limit, LocalDate today) {
        rows.replaceAll(row ->
                row.until() == null && row.from().isBefore(limit) && (row.foundedBy() != null || !limit.isAfter(today))
                        ? row.endedOn(limit, Ages.REACHED, null)
                        : row);
    }
}
