package ma.riaya.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import ma.riaya.kit.json.StrictJson;
import org.junit.jupiter.api.Test;

class FaultPathTest {

    private final ObjectMapper json = new ObjectMapper();

    FaultPathTest() {
        new StrictJson().customize(json);
    }

    record Inner(int whole) {}

    record Body(List<Inner> inners, Map<String, Integer> map) {}

    @Test
    void namesWhereTheReaderStopped() {
        assertThat(path("{\"inners\": [{\"whole\": 1}, {\"whole\": \"x\"}]}")).isEqualTo("inners[1].whole");
        assertThat(path("{\"inners\": [{\"whole\": 1, \"whole\": 2}]}")).isEqualTo("inners[0].whole");
        assertThat(path("{\"inners\": [{\"whole\": nul}]}")).isEqualTo("inners[0].whole");
        assertThat(path("{\"map\": {\"a\": 1.5}}")).isEqualTo("map.a");
        assertThat(path("{\"inners\": 5}")).isEqualTo("inners");
        assertThat(path("[]")).isEmpty();
        assertThat(path("{} {}")).isEmpty();
    }

    /** The caller wrote the names: no answer may fail on them or grow with them. */
    @Test
    void showsANameThatEveryAnswerCanCarry() {
        assertThat(FaultPath.shown("nameAr")).isEqualTo("nameAr");
        assertThat(FaultPath.shown("a\u0000\ud800b\n")).isEqualTo("a\uFFFD\uFFFDb\uFFFD");
        assertThat(FaultPath.shown("😀".repeat(200))).isEqualTo("😀".repeat(100) + "…");
    }

    private String path(String body) {
        return FaultPath.of(
                catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(body, Body.class)));
    }
}
