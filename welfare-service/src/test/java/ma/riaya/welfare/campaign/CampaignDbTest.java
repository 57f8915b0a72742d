package ma.riaya.welfare.campaign;

import static ma.riaya.welfare.SqlForTests.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import ma.riaya.welfare.RegistryForTests;
import ma.riaya.welfare.SqlForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL refuses to the application's own role over a campaign, whatever the application believes. */
@QuarkusTest
class CampaignDbTest {

    private static final String CHECK = "23514";
    private static final String RESTRICT = "23001";
    private static final String UNIQUE = "23505";
    private static final String DENIED = "42501";
    private static final Pattern MOVE = Pattern.compile("'([A-Z_]+>[A-Z_]+)'");

    @SuppressWarnings("NullAway.Init")
    private Adha adha;

    @BeforeEach
    void aProposedWave() {
        new People().widow("1000.00").widowPaidTo(People.NO_ACCOUNT).answered(10);
        adha = Adha.opened("2000.00");
        adha.selected("2025-07-01");
        adha.step(Persona.NADIA, 1, "proposal").then().statusCode(200);
    }

    @AfterEach
    void theRegistryIsItselfAgain() {
        RegistryForTests.recover();
    }

    @Test
    void noRoleApprovesWhatItProposed() throws SQLException {
        refused(
                "UPDATE campaign_wave SET state = 'APPROVED', approved_by = proposed_by, approved_at = now() WHERE "
                        + thisWave(),
                CHECK);
    }

    @Test
    void noRolePaysWhatItApproved() throws SQLException {
        adha.step(Persona.OMAR, 1, "approval").then().statusCode(200);
        refused(
                "UPDATE campaign_wave SET state = 'ORDERED', ordered_by = approved_by, ordered_at = now() WHERE "
                        + thisWave(),
                CHECK);
    }

    @Test
    void noRoleApprovesOrPaysWhatItSelected() throws SQLException {
        refused(
                "UPDATE campaign_wave SET state = 'APPROVED', approved_by = selected_by, approved_at = now() WHERE "
                        + thisWave(),
                CHECK);
        adha.step(Persona.OMAR, 1, "approval").then().statusCode(200);
        for (String name : List.of("selected_by", "proposed_by")) {
            refused(
                    "UPDATE campaign_wave SET state = 'ORDERED', ordered_by = " + name + ", ordered_at = now() WHERE "
                            + thisWave(),
                    CHECK);
        }
    }

    /** One statement that approves and puts another in one's own place would make four eyes of two. */
    @Test
    void everyNameIsWrittenOnceWithItsOwnMove() throws SQLException {
        refused(
                "UPDATE campaign_wave SET state = 'APPROVED', proposed_by = 'other', approved_by = 'me', approved_at = now() WHERE "
                        + thisWave(),
                RESTRICT);
        refused("UPDATE campaign_wave SET proposed_by = 'other' WHERE " + thisWave(), RESTRICT);
        refused("UPDATE campaign_wave SET proposed_at = now() WHERE " + thisWave(), RESTRICT);
        adha.step(Persona.OMAR, 1, "approval").then().statusCode(200);
        refused("UPDATE campaign_wave SET approved_by = 'other' WHERE " + thisWave(), RESTRICT);
        adha.step(Persona.SAMIRA, 1, "payment-batch").then().statusCode(201);
        refused("UPDATE campaign_wave SET approved_by = 'other' WHERE " + thisWave(), RESTRICT);
        refused("UPDATE campaign_wave SET ordered_by = 'other' WHERE " + thisWave(), RESTRICT);
        refused("UPDATE campaign_wave SET batch = NULL WHERE " + thisWave(), RESTRICT);
    }

    @Test
    void noWaveEntersButAsSelected() throws SQLException {
        refused("""
                INSERT INTO campaign_wave (id, campaign, number, as_of, name_ar, name_fr, state, transfers, vouchers, near_misses, total, selected_by, selected_at,
                    proposed_by, proposed_at, approved_by, approved_at)
                SELECT uuidv7(), campaign, 9, as_of, name_ar, name_fr, 'APPROVED', 1, 0, 0, 1, 'a', now(), 'b', now(), 'c', now() FROM campaign_wave WHERE %s
                """.formatted(thisWave()), DENIED);
    }

    @Test
    void noSecondCampaignOfAProgrammeAndYear() throws SQLException {
        refused("""
                INSERT INTO campaign (id, programme, programme_version, name_ar, name_fr, year, amount, envelope, opened_by, opened_at)
                SELECT uuidv7(), programme, programme_version, name_ar, name_fr, year, amount, envelope, opened_by, now() FROM campaign WHERE id = '%s'
                """.formatted(adha.campaign()), UNIQUE);
    }

    @Test
    void aFrozenListTakesNoChange() throws SQLException {
        refused("UPDATE campaign_line SET amount = 2 WHERE campaign = '" + adha.campaign() + "'", DENIED);
        refused("DELETE FROM campaign_line WHERE campaign = '" + adha.campaign() + "'", DENIED);
        refused("UPDATE campaign_wave SET total = 1 WHERE " + thisWave(), DENIED);
        refused("UPDATE campaign SET amount = 1", DENIED);
        try (Connection owner = Postgres.asOwner()) {
            refused(owner, "UPDATE campaign_line SET amount = 2 WHERE campaign = '" + adha.campaign() + "'", RESTRICT);
            refused(owner, "DELETE FROM campaign_line", RESTRICT);
            refused(owner, "TRUNCATE campaign_line CASCADE", RESTRICT);
        }
    }

    @Test
    void noRoleGivesUpAnApprovedListAndKeepsItsMoney() throws SQLException {
        adha.step(Persona.OMAR, 1, "approval").then().statusCode(200);
        SqlForTests.assertRefused(
                RESTRICT,
                "is not released",
                "UPDATE campaign_wave SET state = 'DISCARDED', discarded_by = 'x', discarded_at = now(), discard_reasons = 'x' WHERE "
                        + thisWave());
        refused("DELETE FROM campaign_pick WHERE campaign = '" + adha.campaign() + "'", DENIED);
        refused("UPDATE campaign_wave SET discarded_by = 'x' WHERE " + thisWave(), RESTRICT);
    }

    @Test
    void nobodyIsAddedToAFrozenList() throws SQLException {
        refused("""
                INSERT INTO campaign_line (id, campaign, wave, wave_number, person, reference, name_ar, name_latin, category, category_from, verdict, reason, reasons, amount, account)
                SELECT uuidv7(), campaign, wave, 1, uuidv7(), 'X', 'X', 'X', category, category_from, 'TRANSFER', NULL, '[]', amount, '\\x00'
                FROM campaign_line WHERE campaign = '%s' AND verdict = 'VOUCHER'
                """.formatted(adha.campaign()), RESTRICT);
    }

    @Test
    void nobodyIsSelectedTwiceInACampaign() throws SQLException {
        refused("""
                WITH wave AS (
                    INSERT INTO campaign_wave (id, campaign, number, as_of, name_ar, name_fr, state, transfers, vouchers, near_misses, total, selected_by, selected_at)
                    SELECT uuidv7(), campaign, 2, as_of, name_ar, name_fr, 'SELECTED', 1, 0, 0, 1, selected_by, now() FROM campaign_wave WHERE %s
                    RETURNING id
                )
                INSERT INTO campaign_line (id, campaign, wave, wave_number, person, reference, name_ar, name_latin, category, category_from, verdict, reason, reasons, amount, account)
                SELECT uuidv7(), campaign, wave.id, 2, person, reference, name_ar, name_latin, category, category_from, 'TRANSFER', NULL, '[]', amount, '\\x00'
                FROM campaign_line, wave WHERE campaign = '%s' AND verdict = 'VOUCHER'
                """.formatted(thisWave(), adha.campaign()), UNIQUE);
    }

    @Test
    void aCampaignGivesWhatItsProgrammeDoesFromItsOwnEnvelope() {
        String like = """
                INSERT INTO campaign (id, programme, programme_version, name_ar, name_fr, year, amount, envelope, opened_by, opened_at)
                SELECT uuidv7(), programme, programme_version, name_ar, name_fr, %s, %s, envelope, opened_by, now() FROM campaign WHERE id = '%s'
                """;
        assertRefused(RESTRICT, "not its own", like.formatted("2020", "amount", adha.campaign()));
        assertRefused(RESTRICT, "not its own", like.formatted("2020", "amount + 1", adha.campaign()));
    }

    @Test
    void aWaveCountsItsOwnListOfItsOwnCampaign() {
        assertRefused(RESTRICT, "counts other lines", wave(1, 0, 1000));
        assertRefused(RESTRICT, "counts other lines", wave(0, 1, 1000), line("'TRANSFER', NULL, '[]', 1000, '\\x01'"));
        assertRefused(RESTRICT, "counts other lines", wave(1, 0, 2000), line("'TRANSFER', NULL, '[]', 1000, '\\x01'"));
        assertRefused(RESTRICT, "list of a wave", wave(1, 0, 2000), line("'TRANSFER', NULL, '[]', 2000, '\\x01'"));
        assertRefused(
                RESTRICT,
                "list of a wave",
                wave(1, 0, 1000),
                line("'TRANSFER', NULL, '[]', 1000, '\\x01'").replace("WIDOWED_SPOUSE", "ACTIVE"));
        assertRefused(
                RESTRICT,
                "list of a wave",
                wave(1, 0, 1000),
                line("'TRANSFER', NULL, '[]', 1000, '\\x01'").replace("id, 9,", "id, 8,"));
    }

    @Test
    void whatIsApprovedIsReserved() {
        assertRefused(
                RESTRICT,
                "no RESERVE",
                "UPDATE campaign_wave SET state = 'APPROVED', approved_by = 'other', approved_at = now() WHERE "
                        + thisWave());
    }

    @Test
    void whatIsOrderedIsCommittedAndHasAPaymentOrAVoucherForEachLine() {
        adha.step(Persona.OMAR, 1, "approval").then().statusCode(200);
        String order = "UPDATE campaign_wave SET state = 'ORDERED', ordered_by = 'other', ordered_at = now() WHERE "
                + thisWave();
        String commit = """
                INSERT INTO envelope_entry (envelope, kind, amount, cause_type, cause, occurred_at)
                SELECT '%s', 'COMMIT', total, 'campaign-wave', id, now() FROM campaign_wave WHERE %s
                """.formatted(adha.envelope(), thisWave());
        assertRefused(RESTRICT, "what was done", commit);
        assertRefused(RESTRICT, "no COMMIT", order);
        assertRefused(RESTRICT, "for each line", order, commit);
    }

    @Test
    void noPaymentAndNoVoucherButForALineInTheOrderOfItsWave() {
        String pay = """
                INSERT INTO disbursement (id, source_type, source, tranche, envelope, amount, payee, holder, account, approved_by, ordered_by, ordered_at, state, state_since)
                SELECT uuidv7(), 'CAMPAIGN_LINE', l.id, 1, '%s', l.amount, person, name_latin, '\\x01', coalesce(w.approved_by, 'x'), 'other', now(), 'ORDERED', now()
                FROM campaign_line l JOIN campaign_wave w ON w.id = l.wave WHERE w.campaign = '%s' AND verdict = 'TRANSFER'
                """.formatted(adha.envelope(), adha.campaign());
        String issue = """
                INSERT INTO voucher (number, source_type, source, envelope, amount, holder, issued_by, issued_at)
                SELECT 'BON-2099-' || lpad((random() * 999999)::int::text, 6, '0'), 'CAMPAIGN_LINE', id, '%s', amount, person, 'other', now()
                FROM campaign_line WHERE campaign = '%s' AND verdict = 'VOUCHER'
                """.formatted(adha.envelope(), adha.campaign());
        String order = "UPDATE campaign_wave SET state = 'ORDERED', ordered_by = 'other', ordered_at = now() WHERE "
                + thisWave();
        assertRefused(RESTRICT, "that of a line", pay);
        adha.step(Persona.OMAR, 1, "approval").then().statusCode(200);
        assertRefused(RESTRICT, "that of a line", pay);
        assertRefused(RESTRICT, "that of a line", issue);
        for (String[] change : new String[][] {
            {"l.id, 1", "uuidv7(), 1"},
            {"l.id, 1", "l.id, 2"},
            {"l.amount", "l.amount + 1"},
            {" person", " uuidv7()"},
            {"name_latin", "'Other'"},
            {"coalesce(w.approved_by, 'x')", "'x'"},
            {"'other'", "'another'"},
            {"verdict = 'TRANSFER'", "verdict = 'VOUCHER'"}
        }) {
            assertRefused(RESTRICT, "that of a line", order, pay.replace(change[0], change[1]));
        }
        for (String[] change : new String[][] {
            {"id, '", "uuidv7(), '"}, {"amount, person", "1, person"}, {"person, 'other'", "uuidv7(), 'other'"},
            {"'other'", "'another'"}, {"verdict = 'VOUCHER'", "verdict = 'TRANSFER'"}, {"'CAMPAIGN_LINE'", "'DECISION'"}
        }) {
            assertRefused(RESTRICT, "that of a line", order, issue.replace(change[0], change[1]));
        }
        adha.step(Persona.SAMIRA, 1, "payment-batch").then().statusCode(201);
        assertRefused(
                RESTRICT, "that of a line", pay.replace("l.id, 1", "l.id, 2").replace("'other'", "w.ordered_by"));
    }

    @Test
    void aLineFollowsItsOwnPayment() {
        adha.step(Persona.OMAR, 1, "approval").then().statusCode(200);
        String line =
                "(SELECT id FROM campaign_line WHERE campaign = '" + adha.campaign() + "' AND verdict = 'TRANSFER')";
        assertRefused(
                RESTRICT,
                "follows its own payment",
                "INSERT INTO campaign_line_progress (line, state, since, voucher) SELECT " + line
                        + ", 'VOUCHER_ISSUED', now(), 'BON-2099-1'");
        adha.step(Persona.SAMIRA, 1, "payment-batch").then().statusCode(201);
        assertRefused(
                RESTRICT,
                "follows its own payment",
                "UPDATE campaign_line_progress SET state = 'SENT', since = now() WHERE line = " + line);
    }

    /** A second wave as an attacker would enter it. */
    private String wave(int transfers, int vouchers, int total) {
        return """
                INSERT INTO campaign_wave (id, campaign, number, as_of, name_ar, name_fr, state, transfers, vouchers, near_misses, total, selected_by, selected_at)
                VALUES (uuidv7(), '%s', 9, '2025-07-01', 'x', 'x', 'SELECTED', %d, %d, 0, %d, 'x', now())
                """.formatted(adha.campaign(), transfers, vouchers, total);
    }

    private String line(String verdict) {
        return """
                INSERT INTO campaign_line (id, campaign, wave, wave_number, person, reference, name_ar, name_latin, category, category_from, verdict, reason, reasons, amount, account)
                SELECT uuidv7(), campaign, id, 9, uuidv7(), 'X', 'X', 'X', 'WIDOWED_SPOUSE', '2010-01-01', %s FROM campaign_wave WHERE campaign = '%s' AND number = 9
                """.formatted(verdict, adha.campaign());
    }

    @Test
    void theMovesOfWavesAndLinesAreThoseOfTheEnums() throws SQLException {
        assertThat(moves("campaign_wave_moves")).isEqualTo(declared(WaveState.values(), WaveState::next));
        Set<String> ofLines = declared(LineState.values(), LineState::next);
        // A line has no row of progress before it is ordered.
        ofLines.removeIf(move -> move.startsWith(LineState.SELECTED + ">"));
        assertThat(moves("campaign_line_progress_moves")).isEqualTo(ofLines);
        refused(
                "UPDATE campaign_wave SET state = 'SELECTED', proposed_by = NULL, proposed_at = NULL WHERE "
                        + thisWave(),
                RESTRICT);
    }

    private String thisWave() {
        return "campaign = '" + adha.campaign() + "' AND number = 1";
    }

    private static <S extends Enum<S>> Set<String> declared(S[] states, Function<S, Set<S>> next) {
        return Arrays.stream(states)
                .flatMap(from -> next.apply(from).stream().map(to -> from + ">" + to))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> moves(String trigger) throws SQLException {
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = '" + trigger + "'")) {
            assertThat(rows.next()).isTrue();
            return MOVE.matcher(rows.getString(1))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void refused(String sql, String state) throws SQLException {
        try (Connection app = Postgres.asApp()) {
            refused(app, sql, state);
        }
    }

    private static void refused(Connection connection, String sql, String state) {
        assertThatThrownBy(() -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class,
                        fault -> assertThat(List.of(state))
                                .as(fault.getMessage())
                                .contains(fault.getSQLState()));
    }
}
