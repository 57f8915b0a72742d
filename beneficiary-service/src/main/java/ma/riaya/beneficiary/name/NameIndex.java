package ma.riaya.beneficiary.name;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import ma.riaya.beneficiary.protection.Sight;
import ma.riaya.kit.database.ManyRows;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The index of all names: what each is found by, and the distinct words. */
@Singleton
public class NameIndex {

    /** Beyond so many the ranking says little, and the reader should say more. */
    static final int MOST_FOUND = 200;

    private static final int MOST_OF_A_LIST = 150;

    /** Units shield few. */
    private static final int MOST_SHIELDED = 2_000;

    private final Jdbi jdbi;
    private final KnownWords words;
    private final Sight sight;

    NameIndex(Jdbi jdbi, KnownWords words, Sight sight) {
        this.jdbi = jdbi;
        this.words = words;
        this.sight = sight;
    }

    /** {@code office} is the office that follows the person; null says nothing new of it. */
    public record Entry(
            UUID person,
            PersonName name,
            LocalDate birthDate,
            @Nullable String office) {

        Entry thenSaid(Entry later) {
            return new Entry(person, later.name, later.birthDate, later.office == null ? office : later.office);
        }
    }

    /** Enters names, or replaces those of the persons given, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Set<UUID> shielded = shielded(entries);
        // In one order everywhere, so that two writers of new words wait for each other and never lock crosswise.
        Set<String> borne = new TreeSet<>();
        // Of two entries of one person the later has the last word.
        Map<UUID, Entry> each = new LinkedHashMap<>();
        entries.forEach(entry -> each.merge(entry.person(), entry, Entry::thenSaid));
        ManyRows all = ManyRows.of("person uuid", "office text", "keys text", "born int");
        each.values().forEach(entry -> {
            FoundBy stored = FoundBy.of(entry.name(), entry.birthDate());
            if (!shielded.contains(entry.person())) {
                borne.addAll(stored.words());
            }
            all.bind("person", entry.person())
                    .bind("office", entry.office())
                    .bind("keys", stored.keys())
                    .bind("born", stored.born())
                    .add();
        });
        jdbi.useHandle(handle -> all.bindTo(handle.createUpdate("""
                        INSERT INTO person_name (person_id, office, keys, born_key, method)
                        SELECT g.person, g.office, CAST(g.keys AS int[]), g.born, :method FROM
                        """ + all.as("g") + """
                         ON CONFLICT (person_id) DO UPDATE SET keys = excluded.keys, born_key = excluded.born_key,
                            method = excluded.method, office = coalesce(excluded.office, person_name.office)
                        WHERE person_name.keys IS DISTINCT FROM excluded.keys
                           OR person_name.born_key IS DISTINCT FROM excluded.born_key
                           OR person_name.method IS DISTINCT FROM excluded.method
                           OR person_name.office IS DISTINCT FROM coalesce(excluded.office, person_name.office)
                        """))
                .bind("method", NameKeys.METHOD)
                .execute());
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "INSERT INTO name_word (word) SELECT unnest(CAST(:words AS text[])) ON CONFLICT DO NOTHING")
                    .bindArray("words", String.class, borne.toArray())
                    .execute();
            handle.createUpdate("""
                            UPDATE name_word SET forgotten = false, entered = pg_current_xact_id()
                            WHERE forgotten AND word = ANY (CAST(:words AS text[]))
                            """)
                    .bindArray("words", String.class, borne.toArray())
                    .execute();
        });
        // A word that is never committed after all is a word that nobody bears.
        words.add(borne);
    }

    private Set<UUID> shielded(Collection<Entry> entries) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT person_id FROM person_name
                        WHERE shielded_for IS NOT NULL AND person_id = ANY (CAST(:ids AS uuid[]))
                        """)
                .bindArray(
                        "ids", UUID.class, entries.stream().map(Entry::person).toArray())
                .mapTo(UUID.class)
                .list()));
    }

    /**
     * Forgets the words that from now on nobody bears but shielded persons.
     *
     * <p>What a word may mean takes another time to find than a word that means nothing: to whoever does not see the person, it is one.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(PersonName name) {
        List<Borne> borne = borne(name);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE name_word w SET forgotten = true, entered = pg_current_xact_id()
                        FROM unnest(CAST(:words AS text[]), CAST(:keys AS int[])) AS borne(word, key)
                        WHERE w.word = borne.word AND NOT w.forgotten AND NOT EXISTS (
                            SELECT FROM person_name n WHERE n.keys @> ARRAY[borne.key] AND n.shielded_for IS NULL)
                        """)
                .bindArray(
                        "words", String.class, borne.stream().map(Borne::word).toArray())
                .bindArray("keys", Integer.class, borne.stream().map(Borne::key).toArray())
                .execute());
    }

    /** The shielded persons whom the reader sees, who are so few that each is compared. */
    List<UUID> shieldedInSight(Place place) {
        return sight.units().isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT person_id FROM person_name
                        WHERE shielded_for IS NOT NULL AND shielded_for && sight_units()
                          AND (CAST(:office AS text) IS NULL OR office = :office)
                        ORDER BY person_id LIMIT :most
                        """)
                        .bind("office", place.office())
                        .bind("most", MOST_SHIELDED)
                        .mapTo(UUID.class)
                        .list());
    }

    /** Persons whose keys were made in an older way, locked so that nobody else makes them at the same time. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> lockOutdated(int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person_id FROM person_name WHERE method < "
                        + NameKeys.METHOD + " LIMIT :most FOR UPDATE SKIP LOCKED")
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Enters which office follows the person now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(UUID person, @Nullable String office) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE person_name SET office = :office WHERE person_id = :person")
                        .bind("office", office)
                        .bind("person", person)
                        .execute());
    }

    /** Someone of whom others are looked for; the place tells them apart. */
    public record Born(int place, PersonName name, LocalDate birthDate) {}

    /** A person of one year, whose Arabic name has the consonants of the one at the place. */
    public record Alike(int place, UUID person) {}

    /** Those of one year of birth and much the same Arabic name as any of these. */
    public List<Alike> alikeOfOneYear(List<Born> born) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT b.place, n.person_id AS person
                        FROM unnest(CAST(:places AS int[]), CAST(:keys AS int[])) AS b(place, key)
                        JOIN person_name n ON n.born_key = b.key AND (n.shielded_for IS NULL OR n.shielded_for && sight_units())
                        """)
                .bindArray(
                        "places", Integer.class, born.stream().map(Born::place).toArray())
                .bindArray(
                        "keys",
                        Integer.class,
                        born.stream()
                                .map(one -> NameKeys.born(one.name(), one.birthDate()))
                                .toArray())
                .mapTo(Alike.class)
                .list());
    }

    /** A word of a name, and the number that whoever bears it is found by. */
    public record Borne(String word, int key) {}

    public static List<Borne> borne(PersonName name) {
        return NameKeys.words(name).stream()
                .map(word -> new Borne(word, NameKeys.word(word)))
                .toList();
    }

    /** Where to look: in one office or everywhere, and from where one looks. */
    public record Place(@Nullable String office, @Nullable String near) {}

    List<UUID> born(int key, Place place) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT person_id FROM person_name
                        WHERE born_key = :key AND (CAST(:office AS text) IS NULL OR office = :office)
                          AND (shielded_for IS NULL OR shielded_for && sight_units())
                        ORDER BY (office = CAST(:near AS text)) DESC NULLS LAST, person_id LIMIT :most
                        """)
                .bind("key", key)
                .bind("office", place.office())
                .bind("near", place.near())
                .bind("most", MOST_FOUND)
                .mapTo(UUID.class)
                .list());
    }

    /** Persons who have a key of each of three lists, then those who have one of a list, of the next and so on. */
    List<UUID> having(List<List<Integer>> together, List<List<Integer>> lists, Place place) {
        List<Integer> keys = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (List<Integer> list : lists) {
            keys.addAll(list);
            ends.add(keys.size());
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
            SELECT person_id FROM find_by_keys(CAST(:one AS int[]), CAST(:two AS int[]), CAST(:three AS int[]),
                CAST(:lists AS int[]), CAST(:ends AS int[]), :office, :near, :most)
            """)
                .bindArray("one", Integer.class, nth(together, 0))
                .bindArray("two", Integer.class, nth(together, 1))
                .bindArray("three", Integer.class, nth(together, 2))
                .bindArray("lists", Integer.class, keys.toArray())
                .bindArray("ends", Integer.class, ends.toArray())
                .bind("office", place.office())
                .bind("near", place.near())
                .bind("most", MOST_OF_A_LIST)
                .mapTo(UUID.class)
                .list());
    }

    private static Object[] nth(List<List<Integer>> lists, int n) {
        return n < lists.size() ? lists.get(n).toArray() : new Object[0];
    }
}
