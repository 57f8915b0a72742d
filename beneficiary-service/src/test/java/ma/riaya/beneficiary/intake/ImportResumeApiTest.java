package ma.riaya.beneficiary.intake;

import static ma.riaya.beneficiary.intake.RegistryCsv.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** Long files: broken off, and cut off from the database; {@code ./riaya bench import} does the same with a hundred thousand rows and kill -9. */
@QuarkusTest
class ImportResumeApiTest {

    @Test
    void aBrokenQuoteSaysSoAndTheRowsBeforeItStand() throws SQLException {
        String prefix = prefix();
        RegistryCsv file = file(prefix, 5_000);
        file.withLine("\"" + prefix + "-5001,Souad \"the open one,");
        file.with(person(prefix + "-5002"));
        JsonPath job = file.send();
        assertThat(job.getInt("rows")).isEqualTo(5_000);
        assertThat(job.getInt("created")).isEqualTo(5_000);
        assertThat(job.getInt("broken.row")).isEqualTo(5_001);
        assertThat(job.getInt("broken.line")).isEqualTo(5_002);
        assertThat(dump(prefix)).hasSize(5_000);
    }

    @Test
    void whatWasInterruptedEndsLikeWhatWasNot() throws Exception {
        String whole = prefix();
        String cut = prefix();
        int rows = 6_000;
        assertThat(file(whole, rows).send().getInt("created")).isEqualTo(rows);
        String location = RegistryCsv.post(file(cut, rows).bytes());
        int cuts = 0;
        JsonPath job = RegistryCsv.read(location);
        while (List.of("QUEUED", "RUNNING").contains(job.getString("state"))) {
            cuts += cuts < 3 && job.getInt("rowsDone") > cuts * 2_000 ? cutOff() : 0;
            Thread.sleep(20);
            job = RegistryCsv.read(location);
        }
        assertThat(cuts).isPositive();
        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(job.getInt("created")).isEqualTo(rows);
        assertThat(dump(cut).stream().map(line -> line.replace(cut, whole)).toList())
                .isEqualTo(dump(whole));
    }

    /** Every writing connection of the service is gone at once, as when the database restarts. */
    private static int cutOff() throws SQLException {
        try (Connection owner = Postgres.asApp();
                Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery("""
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE usename = current_user AND state IN ('active', 'idle in transaction')
                          AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
                        """)) {
            row.next();
            return row.getInt(1) > 0 ? 1 : 0;
        }
    }

    private static String prefix() {
        return "L" + UUID.randomUUID().toString().substring(0, 6);
    }

    /** Persons whom nobody is alike, each linked to the one before. */
    private static RegistryCsv file(String prefix, int rows) {
        RegistryCsv file = new RegistryCsv();
        LocalDate first = LocalDate.of(1900, 1, 1);
        for (int i = 1; i <= rows; i++) {
            file.with(person(prefix + "-" + i)
                    .set("birth_date", first.plusDays(i % 30_000).toString())
                    .set("categories", "RETIRED:2010-01-01/")
                    .set("links", i == 1 ? "" : "CHILD:" + prefix + "-" + (i - 1) + ":2001-01-01/"));
        }
        return file;
    }

    private static List<String> dump(String prefix) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection app = Postgres.asApp();
                PreparedStatement query = app.prepareStatement("""
                        SELECT row(p.reference, p.birth_date, p.version, p.office,
                            (SELECT array_agg(row(c.category, c.held, c.source)::text) FROM category_period c WHERE c.person_id = p.id),
                            (SELECT array_agg(row(l.kind, o.reference, l.held)::text) FROM person_link l
                                JOIN person o ON o.id = l.other_id WHERE l.person_id = p.id),
                            (SELECT count(*) FROM audit_entry a WHERE a.subject_type = 'person' AND a.subject_id = p.id::text))::text
                        FROM person p WHERE p.reference LIKE ? ORDER BY length(p.reference), p.reference
                        """)) {
            query.setString(1, prefix + "-%");
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
        }
        return lines;
    }
}
