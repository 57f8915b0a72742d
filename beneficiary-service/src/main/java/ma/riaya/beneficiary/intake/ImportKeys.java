package ma.riaya.beneficiary.intake;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.person.Cin;
import ma.riaya.beneficiary.person.RegistryRow;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.kit.problem.Refusal;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds the doubles inside a file, however long it is: what its rows are known by stands in a table until it is read. */
@Singleton
class ImportKeys {

    private static final HexFormat HEX = HexFormat.of();

    private final Jdbi jdbi;
    private final BlindIndex index;

    ImportKeys(Jdbi jdbi, BlindIndex index) {
        this.jdbi = jdbi;
        this.index = index;
    }

    enum Kind {
        REFERENCE,
        MENTIONED,
        CIN,
        PERSON
    }

    private record Key(Kind kind, String hex) {}

    /** What a row is known by. */
    record Keyed(Kind kind, String key, long line, @Nullable String cin) {}

    /** A reference that came before; the row is refused, since it cannot be told which of the two holds. */
    record Repeated(Refusal reason, boolean refused) {}

    /** Remembers the rows; answers for each, in their order, whether one before it is its double. */
    List<Optional<Repeated>> remember(UUID job, List<List<Keyed>> keys) {
        List<Keyed> all = keys.stream().flatMap(List::stream).toList();
        Map<Key, Keyed> first = first(job, all);
        List<Optional<Repeated>> repeated = new ArrayList<>(keys.size());
        for (List<Keyed> ofRow : keys) {
            repeated.add(ofRow.stream()
                    .flatMap(key -> repeated(key, first.get(new Key(key.kind(), key.key()))).stream())
                    .findFirst());
        }
        return repeated;
    }

    /** Remembers who is named by rows that are refused: they are not absent. */
    void mention(UUID job, List<String> references) {
        insert(
                job,
                references.stream()
                        .distinct()
                        .map(reference -> new Keyed(Kind.MENTIONED, hex(reference), 1, null))
                        .toList());
    }

    void forget(UUID job) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM import_key WHERE import_id = :job")
                .bind("job", job)
                .execute());
    }

    private static Optional<Repeated> repeated(Keyed key, @Nullable Keyed first) {
        if (first == null || first.line() == key.line()) {
            return Optional.empty();
        }
        return switch (key.kind()) {
            case MENTIONED -> Optional.empty();
            case REFERENCE -> Optional.of(new Repeated(new RowFault.ReferenceRepeated(first.line()), true));
            case CIN -> Optional.of(new Repeated(new RowFault.CinRepeated(first.line()), false));
            // Two numbers of identity are two people, of whatever name.
            case PERSON ->
                first.cin() != null && key.cin() != null && !first.cin().equals(key.cin())
                        ? Optional.empty()
                        : Optional.of(new Repeated(new RowFault.PersonRepeated(first.line()), false));
        };
    }

    /** What the row is known by; it costs some hashing, and asks nobody. */
    List<Keyed> keys(RegistryRow row) {
        List<Keyed> keys = new ArrayList<>();
        keys.add(new Keyed(Kind.REFERENCE, hex(row.reference()), row.line(), null));
        String cin = row.announced()
                .cin()
                .filter(Cin::isVerified)
                .map(one -> HEX.formatHex(index.of(BlindIndex.Kind.CIN, one.number())))
                .orElse(null);
        boolean told = row.sameAs().isPresent();
        if (cin != null && !told) {
            keys.add(new Keyed(Kind.CIN, cin, row.line(), null));
        }
        if (!told) {
            row.announced().whole().ifPresent(identity -> {
                String person = String.join(
                        "\u001f",
                        identity.name().familyLatin(),
                        identity.name().givenLatin(),
                        identity.sex().name(),
                        identity.birthDate().toString());
                byte[] hidden = index.of(BlindIndex.Kind.IMPORTED_PERSON, person.toLowerCase(Locale.ROOT));
                keys.add(new Keyed(Kind.PERSON, HEX.formatHex(hidden), row.line(), cin));
            });
        }
        return keys;
    }

    private static String hex(String reference) {
        return HEX.formatHex(reference.getBytes(StandardCharsets.UTF_8));
    }

    /** The first line that has each key, in this part or before it; only where one was there before is it asked which. */
    private Map<Key, Keyed> first(UUID job, List<Keyed> all) {
        Map<Key, Keyed> first = new HashMap<>();
        List<Keyed> fresh = new ArrayList<>();
        for (Keyed key : all) {
            if (first.putIfAbsent(new Key(key.kind(), key.key()), key) == null) {
                fresh.add(key);
            }
        }
        if (insert(job, fresh) < fresh.size()) {
            jdbi.useHandle(handle -> handle.createQuery("""
                            SELECT k.kind, encode(k.key, 'hex') AS key, k.line, encode(k.cin_index, 'hex') AS cin
                            FROM unnest(CAST(:kinds AS text[]), CAST(:keys AS text[])) g(kind, key)
                            JOIN import_key k ON k.import_id = :job AND k.kind = g.kind AND k.key = decode(g.key, 'hex')
                            """)
                    .bind("job", job)
                    .bindArray(
                            "kinds",
                            String.class,
                            fresh.stream().map(key -> key.kind().name()).toArray())
                    .bindArray(
                            "keys", String.class, fresh.stream().map(Keyed::key).toArray())
                    .mapTo(Keyed.class)
                    .forEach(known -> first.put(new Key(known.kind(), known.key()), known)));
        }
        return first;
    }

    private int insert(UUID job, List<Keyed> fresh) {
        if (fresh.isEmpty()) {
            return 0;
        }
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO import_key (import_id, kind, key, line, cin_index)
                        SELECT :job, kind, decode(key, 'hex'), line, decode(nullif(cin, ''), 'hex')
                        FROM unnest(CAST(:kinds AS text[]), CAST(:keys AS text[]), CAST(:lines AS bigint[]), CAST(:cins AS text[]))
                            g(kind, key, line, cin)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("job", job)
                .bindArray(
                        "kinds",
                        String.class,
                        fresh.stream().map(key -> key.kind().name()).toArray())
                .bindArray("keys", String.class, fresh.stream().map(Keyed::key).toArray())
                .bindArray("lines", Long.class, fresh.stream().map(Keyed::line).toArray())
                .bindArray(
                        "cins",
                        String.class,
                        fresh.stream()
                                .map(key -> key.cin() == null ? "" : key.cin())
                                .toArray())
                .execute());
    }
}
