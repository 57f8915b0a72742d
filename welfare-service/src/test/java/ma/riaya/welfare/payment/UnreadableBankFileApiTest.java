package ma.riaya.welfare.payment;

import static ma.riaya.welfare.payment.BankMessages.bookings;
import static ma.riaya.welfare.payment.BankMessages.debit;
import static ma.riaya.welfare.payment.BankMessages.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import ma.riaya.testkit.Postgres;
import org.junit.jupiter.api.Test;

/** A file that cannot be taken is refused whole: what is wrong, where, and what to do, in the reader's language. */
@QuarkusTest
class UnreadableBankFileApiTest {

    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Pattern UNFILLED = Pattern.compile("[{}]");
    private static final String GOOD = bookings("U-1", debit("RY1", "1000.00"));

    private static final Map<String, String> FAULTS = Map.ofEntries(
            Map.entry("bank-file-malformed", GOOD.substring(0, 200)),
            Map.entry("bank-file-encoding", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + GOOD),
            Map.entry("bank-file-with-dtd", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + GOOD),
            Map.entry("bank-file-too-deep", GOOD.replace("<Ntry>", "<Ntry>" + "<a>".repeat(50) + "</a>".repeat(50))),
            Map.entry("bank-file-unknown-kind", GOOD.replace("camt.054", "camt.053")),
            Map.entry("bank-file-element-unexpected", GOOD.replace("<Ntry>", "<Ntry xmlns=\"urn:x\">")),
            Map.entry("bank-file-element-missing", GOOD.replace("<CdtDbtInd>DBIT</CdtDbtInd>", "")),
            Map.entry("bank-file-amount-malformed", GOOD.replace("1000.00", "3000.000")),
            Map.entry("bank-file-currency-malformed", GOOD.replace(" Ccy=\"MAD\"", "")),
            Map.entry("bank-file-date-malformed", GOOD.replace("2025-07-02T", "02/07/2025 ")),
            Map.entry("bank-file-value-malformed", GOOD.replace("DBIT", "DEBIT")),
            Map.entry("bank-file-too-large", status("U-2", "PAY", "", "<TxInfAndSts/>".repeat(100_001))));

    private static final Set<String> UNREADABLE = Set.of("bank-file-malformed", "bank-file-encoding");

    @Test
    void eachFaultHasItsOwnNameAndTexts() throws SQLException {
        int before = files();
        Set<String> texts = new HashSet<>();
        FAULTS.forEach((code, file) -> {
            for (String language : new String[] {"ar", "fr", "en"}) {
                Response answer = send(file.getBytes(StandardCharsets.UTF_8), language);
                assertThat(answer.<String>path("code")).isEqualTo(code);
                assertThat(answer.statusCode()).isEqualTo(UNREADABLE.contains(code) ? 400 : 422);
                assertThat(answer.<Object>path("violations")).isNull();
                String detail = answer.path("detail");
                assertThat(detail).doesNotContain("violations").doesNotContainPattern(UNFILLED);
                assertThat(ARABIC.matcher(detail).find()).isEqualTo(language.equals("ar"));
                texts.add(detail);
                texts.add(answer.path("title"));
            }
        });
        assertThat(texts).hasSize(FAULTS.size() * 3 * 2);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void bytesThatAreNoText() {
        Response answer = send("<a>é</a>".getBytes(StandardCharsets.ISO_8859_1), "en");

        assertThat(answer.<String>path("code")).isEqualTo("bank-file-bytes-malformed");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("detail")).startsWith("At line 1, column 4 the bytes are not UTF-8");
    }

    @Test
    void theTextSaysWhereAndWhat() {
        assertThat(send(GOOD.replaceFirst("1000.00", "3000.000").getBytes(StandardCharsets.UTF_8), "en")
                        .<String>path("detail"))
                .startsWith(
                        "At line 2, column 103 BkToCstmrDbtCdtNtfctn/Ntfctn/Ntry/Amt is no amount as ISO 20022 writes it");
        assertThat(send(GOOD.replace("camt.054", "camt.053").getBytes(StandardCharsets.UTF_8), "fr")
                        .<String>path("detail"))
                .contains(
                        "« Document xmlns=urn:iso:std:iso:20022:tech:xsd:camt.053.001.08 »",
                        "pain.002.001.03–14, camt.054.001.02–13");
    }

    @Test
    void anEmptyBodyIsNoXml() {
        Response answer = send(new byte[0], "en");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("code")).isEqualTo("bank-file-malformed");
    }

    private static Response send(byte[] file, String language) {
        return As.once(Persona.KARIM)
                .header("Accept-Language", language)
                .contentType("application/xml")
                .body(file)
                .post("/v1/bank-files");
    }

    private static int files() throws SQLException {
        try (Connection owner = Postgres.asOwner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM bank_file")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
