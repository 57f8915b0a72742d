package ma.riaya.welfare.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.beneficiary.Candidate;
import ma.riaya.welfare.encryption.FieldCipher;
import ma.riaya.welfare.money.Money;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The frozen lists as stored: written once, whole. */
@Singleton
class LineBook {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private static final String INSERT = """
            INSERT INTO campaign_line (id, campaign, wave, wave_number, person, reference, name_ar, name_latin, office, category, category_from, verdict, reason, reasons, amount, pension, account)
            SELECT id, :campaign, :wave, :number, person, reference, name_ar, name_latin, nullif(office, ''), category, CAST(category_from AS date), verdict, nullif(reason, ''),
                   CAST(reasons AS jsonb), CASE verdict WHEN 'NEAR_MISS' THEN NULL ELSE CAST(:amount AS numeric) END,
                   decode(nullif(pension, ''), 'base64'), decode(nullif(account, ''), 'base64')
            FROM unnest(CAST(:ids AS uuid[]), CAST(:persons AS uuid[]), CAST(:references AS text[]), CAST(:namesAr AS text[]), CAST(:namesLatin AS text[]), CAST(:offices AS text[]),
                        CAST(:categories AS text[]), CAST(:since AS text[]), CAST(:verdicts AS text[]), CAST(:firstReasons AS text[]), CAST(:reasons AS text[]),
                        CAST(:pensions AS text[]), CAST(:accounts AS text[]))
                 AS given (id, person, reference, name_ar, name_latin, office, category, category_from, verdict, reason, reasons, pension, account)
            """;

    private final Jdbi jdbi;
    private final FieldCipher cipher;
    private final ObjectMapper json;

    LineBook(Jdbi jdbi, FieldCipher cipher, ObjectMapper json) {
        this.jdbi = jdbi;
        this.cipher = cipher;
        this.json = json;
    }

    private record Row(UUID id, Selected line) {
        Candidate candidate() {
            return line.candidate();
        }
    }

    /** A selected line as finance pays it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Payable(UUID id, UUID person, String nameLatin, Money amount, byte @Nullable [] account) {}

    private record Earlier(UUID person, int waveNumber) {}

    /** Stores the whole list of a wave that this transaction makes, in one statement. */
    void insert(Wave wave, Money amount, List<Selected> lines) {
        List<Row> rows = new ArrayList<>(lines.size());
        lines.forEach(line -> rows.add(new Row(UuidCreator.getTimeOrderedEpochPlus1(), line)));
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("campaign", wave.campaign())
                .bind("wave", wave.id())
                .bind("number", wave.number())
                .bind("amount", amount)
                .bindArray("ids", UUID.class, column(rows, Row::id))
                .bindArray(
                        "persons",
                        UUID.class,
                        column(rows, row -> row.candidate().person()))
                .bindArray(
                        "references",
                        String.class,
                        column(rows, row -> row.candidate().reference()))
                .bindArray(
                        "namesAr",
                        String.class,
                        column(rows, row -> row.candidate().nameAr()))
                .bindArray(
                        "namesLatin",
                        String.class,
                        column(rows, row -> row.candidate().nameLatin()))
                .bindArray(
                        "offices",
                        String.class,
                        column(rows, row -> orEmpty(row.candidate().office())))
                .bindArray(
                        "categories",
                        String.class,
                        column(rows, row -> row.candidate().category()))
                .bindArray(
                        "since",
                        String.class,
                        column(rows, row -> row.candidate().categoryFrom().toString()))
                .bindArray(
                        "verdicts",
                        String.class,
                        column(rows, row -> row.line().verdict().name()))
                .bindArray("firstReasons", String.class, column(rows, row -> first(row.line())))
                .bindArray(
                        "reasons",
                        String.class,
                        column(rows, row -> write(row.line().reasons())))
                .bindArray("pensions", String.class, column(rows, this::sealedPension))
                .bindArray("accounts", String.class, column(rows, this::sealedAccount))
                .execute());
    }

    /** Who is selected already, and by which wave, under every id of theirs; not by one that was discarded. */
    Map<UUID, Integer> earlier(UUID campaign) {
        Map<UUID, Integer> waves = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT person, wave_number FROM campaign_pick WHERE campaign = :campaign
                        UNION ALL
                        SELECT s.other, p.wave_number FROM same_persons() s JOIN campaign_pick p ON p.campaign = :campaign AND p.person = s.one
                        """)
                .bind("campaign", campaign)
                .mapTo(Earlier.class)
                .forEach(line -> waves.merge(line.person(), line.waveNumber(), Math::min)));
        return waves;
    }

    /** Whether the wave pays that person, by transfer or by voucher. */
    private boolean pays(UUID wave, UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM campaign_line WHERE wave = :wave AND person = ANY (ids_of_person(:person)) AND verdict IN ('TRANSFER', 'VOUCHER'))")
                .bind("wave", wave)
                .bind("person", person)
                .mapTo(boolean.class)
                .one());
    }

    /** Nobody decides on a list that pays them, or pays it. */
    boolean isOwnFile(Wave wave, Caller caller) {
        return caller.person().filter(person -> pays(wave.id(), person)).isPresent();
    }

    /** Refused as own-file. */
    void refuseOwnFile(Wave wave, Caller caller) {
        if (isOwnFile(wave, caller)) {
            throw new RefusedException(new CannotRun.OwnFile());
        }
    }

    /** A selected line that is withheld, since another pays its person. */
    record PaidAs(UUID line, UUID paidAs) {}

    /** The lines of a wave whose person is paid by another line of the campaign under another id. */
    List<PaidAs> paidAlready(UUID wave) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT line, paid_as FROM lines_paid_already(:wave) ORDER BY line")
                        .bind("wave", wave)
                        .mapTo(PaidAs.class)
                        .list());
    }

    /** The selected lines of a verdict, in the order of the list. */
    List<Payable> payables(UUID wave, LineVerdict verdict) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, person, name_latin, amount, account FROM campaign_line WHERE wave = :wave AND verdict = :verdict ORDER BY id
                        """)
                .bind("wave", wave)
                .bind("verdict", verdict)
                .mapTo(Payable.class)
                .list());
    }

    String accountOf(UUID line, byte[] sealed) {
        return cipher.decryptText(sealed, account(line));
    }

    Money pensionOf(UUID line, byte[] sealed) {
        return Money.of(cipher.decryptText(sealed, pension(line)));
    }

    List<Reason> read(String reasons) {
        try {
            return json.readValue(reasons, REASONS);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String write(List<Reason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String sealedPension(Row row) {
        Money known = row.candidate().pension();
        return known == null ? "" : base64(cipher.encrypt(known.toString(), pension(row.id())));
    }

    /** Only where it is paid to: an account that nobody needs is not kept. */
    private String sealedAccount(Row row) {
        String iban = row.candidate().iban();
        return iban == null || row.line().verdict() != LineVerdict.TRANSFER
                ? ""
                : base64(cipher.encrypt(iban, account(row.id())));
    }

    private static FieldCipher.Field pension(UUID line) {
        return new FieldCipher.Field("campaign_line.pension", line);
    }

    private static FieldCipher.Field account(UUID line) {
        return new FieldCipher.Field("campaign_line.account", line);
    }

    private static String first(Selected line) {
        return line.reasons().isEmpty() ? "" : line.reasons().getFirst().code();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <V> List<V> column(List<Row> rows, Function<Row, V> value) {
        return rows.stream().map(value).toList();
    }
}
