package ma.riaya.welfare.programme;

import static ma.riaya.testkit.Persona.KHADIJA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ma.riaya.testkit.As;
import org.junit.jupiter.api.Test;

/** The catalogue as served. */
@QuarkusTest
class ProgrammeApiTest {

    private static final String ARABIC = "(?s)[^A-Za-z\u0660-\u0669]*[\u0621-\u064A][^A-Za-z\u0660-\u0669]*";
    private static final String FRENCH = "(?s)[^\u0600-\u06FF']*[a-z][^\u0600-\u06FF']*";

    @Test
    void isWhatTheFileSays() throws IOException {
        Response list = As.user(KHADIJA).get("/v1/programmes");
        list.then()
                .statusCode(200)
                .body("items", hasSize(16))
                .body("items.deadlineDays", everyItem(lessThanOrEqualTo(60)))
                .body("next", nullValue());
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/main/resources/catalogue/programmes.csv"))) {
            for (NamedCsvRecord row : rows) {
                Map<String, Object> served = list.path("items.find { it.code == '" + row.getField("code") + "' }");
                assertThat(served)
                        .containsEntry("provider", row.getField("provider"))
                        .containsEntry("evidence", row.getField("evidence"))
                        .containsEntry("conditions", row.getField("conditions"));
            }
        }
    }

    /** A family reads what it may have and what to bring, in its own language. */
    @Test
    void speaksArabicAndFrench() {
        Response list = As.user(KHADIJA).get("/v1/programmes");
        for (String text : List.of("name", "conditions")) {
            list.then()
                    .body("items." + text + "Ar", everyItem(matchesPattern(ARABIC)))
                    .body("items." + text + "Fr", everyItem(matchesPattern(FRENCH)));
        }
        list.then()
                .body("items.documents", everyItem(not(empty())))
                .body("items.documents.flatten().kind", everyItem(matchesPattern("[A-Z][A-Z_]{2,39}")))
                .body("items.documents.flatten().nameAr*.replace('(RIB)', '')", everyItem(matchesPattern(ARABIC)))
                .body("items.documents.flatten().nameFr", everyItem(matchesPattern(FRENCH)));
    }

    @Test
    void hasTheRulesOfACampaign() {
        As.user(KHADIJA)
                .get("/v1/programmes/AID_ADHA")
                .then()
                .statusCode(200)
                .body("onRequest", equalTo(false))
                .body("amount.min.amount", equalTo("1000.00"))
                .body("amount.max.amount", equalTo("1000.00"))
                .body("note", notNullValue())
                .body("campaignRules.category", contains("RETIRED", "WIDOWED_SPOUSE"))
                .body("campaignRules.pensionUpTo.amount", contains("2500.00", "2000.00"));
    }

    @Test
    void hasTheRangeOfACommittee() {
        As.user(KHADIJA)
                .get("/v1/programmes/SERIOUS_ILLNESS")
                .then()
                .body("amount.min.amount", equalTo("3000.00"))
                .body("amount.max.amount", equalTo("30000.00"))
                .body("headCeiling.amount", equalTo("15000.00"))
                .body("oneOpenRequest", equalTo(true))
                .body("campaignRules", empty());
    }

    @Test
    void isPaged() {
        Response first = As.user(KHADIJA).get("/v1/programmes?limit=15");
        first.then().body("items", hasSize(15));
        As.user(KHADIJA)
                .get("/v1/programmes?limit=15&cursor=" + first.path("next"))
                .then()
                .body("items.code", contains("VOUCHER_WIDOW"))
                .body("next", nullValue());
    }

    @Test
    void knowsNoOther() {
        As.user(KHADIJA)
                .get("/v1/programmes/FREE_LUNCH")
                .then()
                .statusCode(404)
                .body("code", equalTo("programme-unknown"));
        As.anonymous().get("/v1/programmes").then().statusCode(401);
    }
}
