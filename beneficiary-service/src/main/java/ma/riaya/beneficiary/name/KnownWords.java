package ma.riaya.beneficiary.name;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The distinct words of the names of all who are not shielded, in memory: some ten thousand of a million people.
 *
 * <p>A word asked for is compared with those that share its consonants; the database is then asked for exact words only.
 */
@Singleton
class KnownWords {

    /** How far a word may be to be worth looking for. */
    private static final double FARTHEST = 0.34;

    /** So near a word in the other script, nobody looks further. */
    private static final double GOOD = 0.16;

    private static final int MOST_OF_A_SCRIPT = 16;
    private static final int MOST_KIN = 5;
    private static final int MOST_KEPT = 10_000;

    /** What others entered is known after so long; what this process entered, at once. */
    private static final Duration STALE = Duration.ofSeconds(2);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<String, Heard> words = new ConcurrentHashMap<>();
    private final SoundIndex<Heard> sounds = new SoundIndex<>();
    private final SlipIndex slips = new SlipIndex();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Remembered<String, List<Near>> kept = new Remembered<>(MOST_KEPT);
    private volatile Instant readAt = Instant.EPOCH;
    private String unseenFrom = "0";

    KnownWords(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A known word, and how far it is from the one asked for. */
    record Near(Heard word, double distance) {}

    private record Row(@Nullable String word, boolean forgotten, String xmin) {}

    boolean has(String word) {
        return words.containsKey(word);
    }

    /** The known words nearest to one, the nearest first. */
    List<Near> near(Heard asked, Likeness likeness) {
        readWhatIsNew();
        return kept.get(asked.text(), text -> nearest(search(asked, likeness)));
    }

    /** What sounds so or is a letter away; in the other script also what sounds like one of those, and at last what is a consonant away. */
    private Map<Heard, Double> search(Heard asked, Likeness likeness) {
        Map<Heard, Double> near = new HashMap<>();
        Set<Heard> worth = new LinkedHashSet<>();
        for (String form : Lexicon.usual().formsOf(asked)) {
            Heard word = words.get(form);
            if (word != null) {
                worth.add(word);
            }
        }
        lock.readLock().lock();
        try {
            sounds.same(asked, worth);
            slips.near(asked, worth);
            compare(asked, worth, near, likeness);
            throughTheirKin(asked, near, likeness);
            boolean acrossIsFound = near.entrySet().stream()
                    .anyMatch(one -> one.getKey().script() != asked.script() && one.getValue() < GOOD);
            if (!acrossIsFound) {
                worth.clear();
                sounds.oneOff(asked, worth);
                compare(asked, worth, near, likeness);
            }
        } finally {
            lock.readLock().unlock();
        }
        return near;
    }

    private static void compare(Heard asked, Set<Heard> worth, Map<Heard, Double> near, Likeness likeness) {
        for (Heard word : worth) {
            if (!near.containsKey(word)) {
                double distance = likeness.distance(asked, word);
                if (distance <= FARTHEST) {
                    near.put(word, distance);
                }
            }
        }
    }

    /** A word mistyped is near to its own script; what that sounds like in the other is meant as well. */
    private void throughTheirKin(Heard asked, Map<Heard, Double> near, Likeness likeness) {
        List<Map.Entry<Heard, Double>> kin = near.entrySet().stream()
                .filter(one -> one.getKey().script() == asked.script())
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST_KIN)
                .toList();
        Set<Heard> worth = new LinkedHashSet<>();
        for (Map.Entry<Heard, Double> one : kin) {
            worth.clear();
            sounds.same(one.getKey(), worth);
            for (Heard word : worth) {
                if (word.script() != asked.script()) {
                    double distance = one.getValue() + likeness.distance(one.getKey(), word);
                    if (distance <= FARTHEST) {
                        near.merge(word, distance, Math::min);
                    }
                }
            }
        }
    }

    private static List<Near> nearest(Map<Heard, Double> near) {
        List<Near> nearest = new ArrayList<>();
        for (Word.Script script : Word.Script.values()) {
            near.entrySet().stream()
                    .filter(one -> one.getKey().script() == script)
                    .sorted(Map.Entry.<Heard, Double>comparingByValue()
                            .thenComparing(one -> one.getKey().text()))
                    .limit(MOST_OF_A_SCRIPT)
                    .forEach(one -> nearest.add(new Near(one.getKey(), one.getValue())));
        }
        return nearest;
    }

    void add(Collection<String> entered) {
        boolean isNew = false;
        for (String text : entered) {
            Heard word = Heard.of(text, Folding.script(text));
            if (!words.containsKey(text)) {
                enter(word);
                isNew = true;
            }
        }
        if (isNew) {
            kept.forget();
        }
    }

    private void enter(Heard word) {
        lock.writeLock().lock();
        try {
            if (words.putIfAbsent(word.text(), word) == null) {
                sounds.add(word, word);
                slips.add(word);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void forget(String text) {
        lock.writeLock().lock();
        try {
            Heard word = words.remove(text);
            if (word == null) {
                return;
            }
            sounds.remove(word, word);
            slips.remove(word);
        } finally {
            lock.writeLock().unlock();
        }
        kept.forget();
    }

    /** A transaction that was open at the last look may have ended since, so one looks again from the oldest of those on. */
    private void readWhatIsNew() {
        Instant now = clock.instant();
        if (now.isBefore(readAt.plus(STALE))) {
            return;
        }
        synchronized (this) {
            if (now.isBefore(readAt.plus(STALE))) {
                return;
            }
            List<Row> rows = jdbi.withHandle(handle -> handle.createQuery("""
                            SELECT w.word, coalesce(w.forgotten, false) AS forgotten, CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS xmin
                            FROM (VALUES (1)) AS once LEFT JOIN name_word w ON w.entered >= CAST(:from AS xid8)
                            """)
                    .bind("from", unseenFrom)
                    .mapTo(Row.class)
                    .list());
            add(rows.stream()
                    .filter(row -> !row.forgotten())
                    .map(Row::word)
                    .filter(Objects::nonNull)
                    .toList());
            rows.stream()
                    .filter(Row::forgotten)
                    .map(Row::word)
                    .filter(Objects::nonNull)
                    .forEach(this::forget);
            unseenFrom = rows.getFirst().xmin();
            readAt = now;
        }
    }
}
