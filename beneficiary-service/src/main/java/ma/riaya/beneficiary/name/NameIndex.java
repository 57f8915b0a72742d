package ma.riaya.beneficiary.name;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The index of all names: tokens that sound alike, and the distinct words for what is mistyped. */
@Singleton
public class NameIndex {

    /** Beyond so many the ranking says little, and the reader should say more. */
    static final int MOST_FOUND = 500;

    private static final int SIMILAR_WORDS = 6;

    private static final String IN_PLACE = """
             AND (CAST(:office AS text) IS NULL OR office = :office)
             AND (shielded_for IS NULL OR shielded_for && sight_units())
            ORDER BY (office = CAST(:near AS text)) DESC NULLS LAST, person_id LIMIT :most
            """;

    private final Jdbi jdbi;

    NameIndex(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@code office} is the office that follows the person; null says nothing new of it. */
    public record Entry(
            UUID person, PersonName name, @Nullable String office) {}

    /** Enters names, or replaces those of the persons given, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Set<String> words = new TreeSet<>();
        entries.forEach(entry -> words.addAll(NameTokens.words(entry.name())));
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO person_name (person_id, office, tokens) VALUES (:person, :office, CAST(:tokens AS text[]))
                    ON CONFLICT (person_id) DO UPDATE SET tokens = excluded.tokens,
                        office = coalesce(excluded.office, person_name.office)
                    WHERE person_name.tokens IS DISTINCT FROM excluded.tokens
                       OR person_name.office IS DISTINCT FROM excluded.office
                    """);
            for (Entry entry : entries) {
                batch.bind("person", entry.person())
                        .bind("office", entry.office())
                        .bindArray(
                                "tokens",
                                String.class,
                                NameTokens.of(entry.name()).toArray())
                        .add();
            }
            batch.execute();
            // In one order everywhere, so that two writers of new words wait for each other and never lock crosswise.
            handle.createUpdate(
                            "INSERT INTO name_word (word) SELECT unnest(CAST(:words AS text[])) ON CONFLICT DO NOTHING")
                    .bindArray("words", String.class, words.toArray())
                    .execute();
        });
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

    /** Where to look: in one office or everywhere, and from where one looks. */
    public record Place(@Nullable String office, @Nullable String near) {}

    /** Persons whose name has every word just as written. */
    List<UUID> asWritten(List<String> words, Place place) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT person_id FROM person_name WHERE tokens @> CAST(:words AS text[])" + IN_PLACE)
                .bind("office", place.office())
                .bind("near", place.near())
                .bindArray(
                        "words",
                        String.class,
                        words.stream().map(word -> NameTokens.AS_WRITTEN + word).toArray())
                .bind("most", MOST_FOUND)
                .mapTo(UUID.class)
                .list());
    }

    /** Persons whose tokens meet every set given. */
    List<UUID> meetingAll(List<Set<String>> sets, Place place) {
        return meeting(List.of(sets), place);
    }

    /** Persons whose tokens meet every set but one. */
    List<UUID> meetingAllButOne(List<Set<String>> sets, Place place) {
        List<List<Set<String>>> choices = new ArrayList<>();
        for (int left = 0; left < sets.size(); left++) {
            List<Set<String>> others = new ArrayList<>(sets);
            others.remove(left);
            choices.add(others);
        }
        return meeting(choices, place);
    }

    private List<UUID> meeting(List<List<Set<String>>> choices, Place place) {
        StringBuilder where = new StringBuilder();
        List<Set<String>> arrays = new ArrayList<>();
        for (List<Set<String>> choice : choices) {
            where.append(where.isEmpty() ? "(" : " OR (");
            for (int i = 0; i < choice.size(); i++) {
                where.append(i == 0 ? "" : " AND ")
                        .append("tokens && CAST(:t")
                        .append(arrays.size())
                        .append(" AS text[])");
                arrays.add(choice.get(i));
            }
            where.append(')');
        }
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("SELECT person_id FROM person_name WHERE (" + where + ")" + IN_PLACE)
                    .bind("office", place.office())
                    .bind("near", place.near())
                    .bind("most", MOST_FOUND);
            for (int i = 0; i < arrays.size(); i++) {
                query.bindArray("t" + i, String.class, arrays.get(i).toArray());
            }
            return query.mapTo(UUID.class).list();
        });
    }

    /** For each word the tokens of the known words that look most like it; empty where none does. */
    List<Set<String>> lookingLike(List<String> words) {
        List<Set<String>> tokens = new ArrayList<>();
        for (String word : words) {
            Set<String> similar = new LinkedHashSet<>();
            jdbi.useHandle(handle -> handle.createQuery("""
                            SELECT word FROM name_word WHERE word % :word
                            ORDER BY similarity(word, :word) DESC, word LIMIT :most
                            """)
                    .bind("word", word)
                    .bind("most", SIMILAR_WORDS)
                    .mapTo(String.class)
                    .forEach(found -> similar.add(NameTokens.AS_WRITTEN + found)));
            tokens.add(similar);
        }
        return tokens;
    }
}
