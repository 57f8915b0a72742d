package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.name.PersonName;
import ma.riaya.beneficiary.protection.BlindIndex;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The persons in short, for those who look for one. */
@Singleton
public class PersonDirectory {

    private static final int MOST_FOUND = 200;
    private static final String SHORT = """
            SELECT p.id, p.reference, p.family_name_ar, p.given_name_ar, p.family_name_latin, p.given_name_latin,
                p.birth_date, p.sex, p.office, m.survivor AS merged_into
            FROM person p LEFT JOIN merged_person m ON m.merged = p.id AND m.known_until IS NULL
            """;

    private final Jdbi jdbi;
    private final BlindIndex index;

    PersonDirectory(Jdbi jdbi, BlindIndex index) {
        this.jdbi = jdbi;
        this.index = index;
    }

    /** A person in short. */
    public record Entry(
            UUID id,
            String reference,
            String familyNameAr,
            String givenNameAr,
            String familyNameLatin,
            String givenNameLatin,
            LocalDate birthDate,
            Sex sex,
            @Nullable String office,
            @Nullable UUID mergedInto) {

        public PersonName name() {
            return new PersonName(familyNameAr, givenNameAr, familyNameLatin, givenNameLatin);
        }
    }

    public List<Entry> all(Collection<UUID> ids) {
        return list(
                SHORT + "WHERE p.id = ANY (CAST(:ids AS uuid[]))",
                query -> query.bindArray("ids", UUID.class, ids.toArray()));
    }

    public List<Entry> withCin(Cin cin) {
        return list(
                SHORT + "WHERE p.cin_index = :index ORDER BY p.id LIMIT :most",
                query -> query.bind("index", index.of(BlindIndex.Kind.CIN, cin.number()))
                        .bind("most", MOST_FOUND));
    }

    public List<Entry> withMatricule(String matricule) {
        return list(
                SHORT + "WHERE p.matricule = :matricule ORDER BY p.id LIMIT :most",
                query -> query.bind("matricule", matricule).bind("most", MOST_FOUND));
    }

    /** Of one office, or of all where none is given. */
    public List<Entry> bornOn(LocalDate day, @Nullable String office) {
        return list(
                SHORT + """
                        WHERE p.birth_date = :day AND (CAST(:office AS text) IS NULL OR p.office = :office)
                        ORDER BY p.id LIMIT :most
                        """,
                query -> query.bind("day", day).bind("office", office).bind("most", MOST_FOUND));
    }

    public List<Entry> using(Rib rib) {
        return list(
                SHORT + """
                        JOIN account a ON a.person_id = p.id AND (a.used_until IS NULL OR a.used_until > now())
                        WHERE a.iban_index = :index ORDER BY p.id LIMIT :most
                        """,
                query -> query.bind("index", index.of(BlindIndex.Kind.IBAN, rib.iban()))
                        .bind("most", MOST_FOUND));
    }

    /** Those of one office, or of all where none is given, by id. */
    public List<Entry> of(@Nullable String office, @Nullable UUID after, int rows) {
        return list(
                SHORT + """
                        WHERE (CAST(:office AS text) IS NULL OR p.office = :office)
                          AND (CAST(:after AS uuid) IS NULL OR p.id > :after) AND m.survivor IS NULL
                        ORDER BY p.id LIMIT :rows
                        """,
                query -> query.bind("office", office).bind("after", after).bind("rows", rows));
    }

    private interface Binding {
        Query bind(Query query);
    }

    private List<Entry> list(String query, Binding binding) {
        return jdbi.withHandle(handle ->
                binding.bind(handle.createQuery(query)).mapTo(Entry.class).list());
    }
}
