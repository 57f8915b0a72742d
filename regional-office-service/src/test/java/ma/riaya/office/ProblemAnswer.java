package ma.riaya.office;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Map;
import ma.riaya.kit.problem.ProblemTexts;

/** What every answer that is not a success looks like. */
public final class ProblemAnswer {

    private static final ProblemTexts TEXTS = new ProblemTexts();

    private ProblemAnswer() {}

    /** In English, as {@code As.user} asks. */
    public static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return problem(answer, status, code, "en");
    }

    public static ValidatableResponse problem(ValidatableResponse answer, int status, String code, String language) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", notNullValue())
                .header("Content-Language", language)
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("urn:riaya:problem:" + code))
                .body("title", equalTo(TEXTS.text(code + ".title", Locale.of(language), Map.of())))
                .body("title", not(equalTo(code + ".title")))
                .body("detail", not(equalTo(code + ".detail")))
                .body("requestId", notNullValue());
    }
}
