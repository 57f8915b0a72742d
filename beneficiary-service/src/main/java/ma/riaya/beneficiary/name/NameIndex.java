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

/** The index of all names: tokens that sound alike, and the distinct words for what is mistyped. */
@Singleton
public class NameIndex {

    /** Beyond so many the ranking says little, and the reader should say more. */
    private static final int MOST_FOUND = 500;

    private static final int SIMILAR_WORDS = 6;

    private final Jdbi jdbi;

    NameIndex(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public record Entry(UUID person, PersonName name) {}

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
                    INSERT INTO person_name (person_id, tokens) VALUES (:person, CAST(:tokens AS text[]))
                    ON CONFLICT (person_id) DO UPDATE SET tokens = excluded.tokens
                    WHERE person_name.tokens IS DISTINCT FROM excluded.tokens
                    """);
            for (Entry entry : entries) {
                batch.bind("person", entry.person())
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

    /** Persons whose name has every word just as written. */
    List<UUID> asWritten(List<String> words) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT person_id FROM person_name WHERE tokens @> CAST(:words AS text[]) LIMIT :most")
                .bindArray(
                        "words",
                        String.class,
                        words.stream().map(word -> NameTokens.AS_WRITTEN + word).toArray())
                .bind("most", MOST_FOUND)
                .mapTo(UUID.class)
                .list());
    }

    /** Persons whose tokens meet every set given. */
    List<UUID> meetingAll(List<Set<String>> sets) {
        return meeting(List.of(sets));
    }

    /** Persons whose tokens meet every set but one. */
    List<UUID> meetingAllButOne(List<Set<String>> sets) {
        List<List<Set<String>>> choices = new ArrayList<>();
        for (int left = 0; left < sets.size(); left++) {
            List<Set<String>> others = new ArrayList<>(sets);
            others.remove(left);
            choices.add(others);
        }
        return meeting(choices);
    }

    private List<UUID> meeting(List<List<Set<String>>> choices) {
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
            Query query = handle.createQuery("SELECT person_id FROM person_name WHERE " + where + " LIMIT :most")
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
