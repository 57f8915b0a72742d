package ma.riaya.welfare.campaign;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.riaya.welfare.RegistryForTests;

/** The people whom the registry answers to a campaign of a test. */
public final class People {

    static final String NO_ACCOUNT = "null, \"accountProblem\": null";
    static final String BAD_ACCOUNT = "null, \"accountProblem\": \"rib-key-wrong\"";
    private static final String ACCOUNT = "{\"iban\": \"MA64001810007800020110620318\"}, \"accountProblem\": null";

    private final List<String> items = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();

    /** A widow of that pension with all that it takes. */
    public People widow(String pension) {
        return person("WIDOWED_SPOUSE", pension, "null, \"categoryEndReason\": null", "null", ACCOUNT);
    }

    People retiree(String pension) {
        return person("RETIRED", pension, "null, \"categoryEndReason\": null", "null", ACCOUNT);
    }

    People widowPaidTo(String account) {
        return person("WIDOWED_SPOUSE", "1500.00", "null, \"categoryEndReason\": null", "null", account);
    }

    People widowDeceased(String date) {
        return person(
                "WIDOWED_SPOUSE",
                "1500.00",
                "\"" + date + "\", \"categoryEndReason\": \"DIED\"",
                "\"" + date + "\"",
                ACCOUNT);
    }

    People widowUntil(String date, String why) {
        return person(
                "WIDOWED_SPOUSE",
                "1500.00",
                "\"" + date + "\", \"categoryEndReason\": \"" + why + "\"",
                "null",
                ACCOUNT);
    }

    People widowOfUnknownPension() {
        return person("WIDOWED_SPOUSE", null, "null, \"categoryEndReason\": null", "null", ACCOUNT);
    }

    public UUID id(int number) {
        return ids.get(number);
    }

    private People person(
            String category,
            @org.jspecify.annotations.Nullable String pension,
            String until,
            String death,
            String account) {
        UUID id = UUID.randomUUID();
        ids.add(id);
        String money = pension == null ? "null" : "{\"amount\": \"" + pension + "\", \"currency\": \"MAD\"}";
        items.add("""
                {"personId": "%s", "reference": "CMR-%06d", "nameAr": "فاطمة بنعلي", "nameLatin": "Fatima BENALI", "office": "ERR",
                 "category": "%s", "categoryFrom": "2019-02-03", "categoryUntil": %s, "deathDate": %s, "pension": %s, "account": %s}
                """.formatted(id, items.size(), category, until, death, money, account));
        return this;
    }

    /** Answered a page at a time, to who says for what. */
    public People answered(int pageSize) {
        for (int from = 0; from == 0 || from < items.size(); from += pageSize) {
            int to = Math.min(from + pageSize, items.size());
            String next = to < items.size() ? "\"page-" + to + "\"" : "null";
            RegistryForTests.server()
                    .stubFor(post(urlPathEqualTo("/v1/candidates"))
                            .withHeader("Riaya-Purpose", equalTo("PAYMENT"))
                            .withRequestBody(matchingJsonPath(
                                    "$.groups[?(@.category == 'WIDOWED_SPOUSE' && @.pensionUpTo == '2200.00')]"))
                            .withRequestBody(matchingJsonPath(
                                    "$.groups[?(@.category == 'RETIRED' && @.pensionUpTo == '2750.00')]"))
                            .withRequestBody(cursor(from))
                            .willReturn(okJson("{\"items\": [" + String.join(",", items.subList(from, to))
                                    + "], \"next\": " + next + "}")));
        }
        return this;
    }

    /** The registry breaks off where the page would begin. */
    static void breakOffAt(int from) {
        RegistryForTests.server()
                .stubFor(post(urlPathEqualTo("/v1/candidates"))
                        .withRequestBody(cursor(from))
                        .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    /** The registry takes the question for that page and answers nothing. */
    static void fallSilentAt(int from) {
        RegistryForTests.server()
                .stubFor(post(urlPathEqualTo("/v1/candidates"))
                        .withRequestBody(cursor(from))
                        .willReturn(aResponse().withFixedDelay(4_000)));
    }

    private static com.github.tomakehurst.wiremock.matching.ContentPattern<?> cursor(int from) {
        return from == 0
                ? matchingJsonPath("$[?(!(@.cursor) || @.cursor == null)]")
                : matchingJsonPath("$.cursor", equalTo("page-" + from));
    }
}
