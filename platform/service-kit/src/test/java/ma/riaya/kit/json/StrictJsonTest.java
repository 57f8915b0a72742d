package ma.riaya.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.UnkeepableText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrictJsonTest {

    private static final String ID = "01a21f4c-f7eb-740d-8b95-027d8340d733";

    private final ObjectMapper json = reader();

    enum Colour {
        RED,
        BLUE
    }

    record Inner(@Nullable String text) {}

    record Body(
            @Nullable String text,
            @Nullable Colour colour,
            @Nullable Integer whole,
            int primitive,
            @Nullable Boolean flag,
            @Nullable BigDecimal decimal,
            @Nullable LocalDate day,
            @Nullable UUID id,
            @Nullable Inner inner,
            @Nullable List<String> texts,
            @Nullable Map<String, Integer> map) {}

    private static ObjectMapper reader() {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(json);
        return json;
    }

    @Test
    void readsWhatIsWrittenAsTheContractSays() throws JsonProcessingException {
        Body body = read("""
                "text": "سلام 😀", "colour": "RED", "whole": -4, "flag": true, "decimal": 31.9314, "day": "2026-02-28",
                "id": "%s", "inner": {"text": null}, "texts": ["a", "b"], "map": {"a": 1}
                """.formatted(ID));
        assertThat(body)
                .isEqualTo(new Body(
                        "سلام 😀",
                        Colour.RED,
                        -4,
                        1,
                        true,
                        new BigDecimal("31.9314"),
                        LocalDate.of(2026, 2, 28),
                        UUID.fromString(ID),
                        new Inner(null),
                        List.of("a", "b"),
                        Map.of("a", 1)));
        assertThat(read("\"decimal\": 5, \"id\": \"" + ID.toUpperCase(java.util.Locale.ROOT) + "\"")
                        .decimal())
                .isEqualTo(new BigDecimal("5"));
    }

    @Test
    void guessesAtNothing() {
        for (String field : List.of(
                "\"text\": 5",
                "\"text\": 5.5",
                "\"text\": true",
                "\"text\": [\"a\"]",
                "\"text\": {}",
                "\"colour\": 0",
                "\"colour\": \"0\"",
                "\"colour\": \"\"",
                "\"colour\": \" RED\"",
                "\"colour\": \"red\"",
                "\"colour\": []",
                "\"colour\": [\"RED\"]",
                "\"colour\": true",
                "\"whole\": 5.0",
                "\"whole\": 5e0",
                "\"whole\": \"5\"",
                "\"whole\": \"\"",
                "\"whole\": true",
                "\"whole\": [5]",
                "\"whole\": 2147483648",
                "\"whole\": 05",
                "\"whole\": +5",
                "\"primitive\": null",
                "\"primitive\": \"\"",
                "\"flag\": 1",
                "\"flag\": \"true\"",
                "\"flag\": \"\"",
                "\"decimal\": \"5\"",
                "\"decimal\": \"\"",
                "\"decimal\": NaN",
                "\"decimal\": \"NaN\"",
                "\"decimal\": [5]",
                "\"decimal\": Infinity",
                "\"decimal\": 1e99",
                "\"decimal\": 1e-99",
                "\"decimal\": 1e999999999",
                "\"decimal\": 1e-999999999",
                "\"decimal\": " + "1".repeat(41),
                "\"decimal\": " + "1".repeat(10_000),
                "\"day\": 20000",
                "\"day\": [2026, 2, 28]",
                "\"day\": \"\"",
                "\"day\": \"2026-2-28\"",
                "\"day\": \"2026-02-29\"",
                "\"day\": \"2026-02-28T00:00:00\"",
                "\"day\": \"2026-02-28Z\"",
                "\"day\": \" 2026-02-28\"",
                "\"day\": \"+12026-02-28\"",
                "\"day\": \"٢٠٢٦-٠٢-٢٨\"",
                "\"day\": 1.5",
                "\"id\": \"1-1-1-1-1\"",
                "\"id\": \"AaIfTPfrdA2LlQJ9g0DXMw==\"",
                "\"id\": \"\"",
                "\"id\": 5",
                "\"id\": \"{" + ID + "}\"",
                "\"id\": \"" + ID.replace("-", "") + "\"",
                "\"inner\": \"\"",
                "\"inner\": []",
                "\"inner\": \"a\"",
                "\"inner\": [{}]",
                "\"texts\": \"a\"",
                "\"texts\": \"\"",
                "\"texts\": {}",
                "\"texts\": [5]",
                "\"text\": \"a\", \"text\": \"a\"",
                "\"inner\": {\"text\": \"a\", \"text\": \"b\"}",
                "\"map\": {\"a\": 1, \"a\": 1}",
                "\"text\": \"a\" /* c */",
                "'text': \"a\"",
                "text: \"a\"",
                "\"text\": \"a\",")) {
            assertThatThrownBy(() -> read(field), field).isInstanceOf(JsonProcessingException.class);
        }
    }

    @Test
    void keepsNoTextThatNoRecordCanKeep() throws JsonProcessingException {
        for (String text : List.of("a\\u0000", "\\ud83d", "\\ude00", "\\ude00\\ud83d", "a\\ud83db")) {
            assertThatThrownBy(() -> read("\"text\": \"" + text + "\""), text).isInstanceOf(UnkeepableText.class);
            assertThatThrownBy(() -> read("\"texts\": [\"" + text + "\"]"), text)
                    .isInstanceOf(UnkeepableText.class);
        }
        assertThat(read("\"text\": \"\\ud83d\\ude00\"").text()).isEqualTo("😀");
    }

    @Test
    void takesOneDocumentInUtf8AndNothingAfterIt() throws Exception {
        String whole = "{\"primitive\": 1}";
        for (String after : List.of("x", "{}", ",", "]", "1")) {
            assertThatThrownBy(() -> json.readValue(whole + after, Body.class), after)
                    .isInstanceOf(JsonProcessingException.class);
        }
        assertThatThrownBy(() -> json.readValue(whole.getBytes(StandardCharsets.UTF_16), Body.class))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> json.readValue(new byte[] {'"', -1, '"'}, String.class))
                .isInstanceOf(JsonProcessingException.class);
        assertThat(json.readValue((whole + " \r\n").getBytes(StandardCharsets.UTF_8), Body.class)
                        .primitive())
                .isEqualTo(1);
    }

    @Test
    void endsWhereABodyIsDeepLongOrWide() {
        for (String body : List.of(
                "[".repeat(10_000),
                "{\"map\":".repeat(10_000),
                "{\"" + "k".repeat(10_000) + "\": 1}",
                "{\"whole\": " + "9".repeat(1_000_000) + "}")) {
            assertThatThrownBy(() -> json.readValue(body, Object.class)).isInstanceOf(JsonProcessingException.class);
        }
    }

    private Body read(String fields) throws JsonProcessingException {
        String primitive = fields.contains("primitive") ? "" : "\"primitive\": 1, ";
        return json.readValue("{" + primitive + fields + "}", Body.class);
    }
}
