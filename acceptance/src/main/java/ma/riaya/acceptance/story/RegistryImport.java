package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Brings a registry into beneficiary-service as its manager does: uploads it and follows the job. */
public final class RegistryImport {

    private static final String MANAGER = "latifa";
    private static final int TRIES = 5;

    private final Api api;
    private final Narrator narrator;

    public RegistryImport(Api api, Narrator narrator) {
        this.api = api;
        this.narrator = narrator;
    }

    /** Imports the file and answers the finished job; the same file again finds the job that has done it. */
    public JsonNode bring(Path file, int people) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            JsonNode job = follow(start(file, attempt));
            if (job.path("state").asText().equals("DONE")) {
                check(job, people);
                lines(job, "refused");
                lines(job, "needs-look");
                lines(job, "warning");
                return job;
            }
            narrator.say("import " + job.path("id").asText() + " failed; the next one carries on");
        }
        throw new StoryFailed("the registry could not be imported in " + TRIES + " tries");
    }

    private String start(Path file, int attempt) {
        byte[] content = read(file);
        // The key is made of the content, so the same file is not brought in twice; a failed job leaves its key used.
        String key = "registry:" + UUID.nameUUIDFromBytes(content) + ":" + attempt;
        Answer started = api.as(MANAGER)
                .at(Service.BENEFICIARY, "/v1/imports")
                .key(key)
                .upload("text/csv; charset=UTF-8", content)
                .expect(202);
        narrator.say(started.isReplayed() ? "this registry was brought before" : "the registry was uploaded");
        return started.json().path("id").asText();
    }

    private JsonNode follow(String id) {
        int[] told = {0};
        return Patience.await("the end of the import", Duration.ofMinutes(20), Duration.ofSeconds(1), () -> {
            JsonNode job = api.as(MANAGER)
                    .at(Service.BENEFICIARY, "/v1/imports/{}", id)
                    .get()
                    .expect(200)
                    .json();
            String state = job.path("state").asText();
            boolean ended = state.equals("DONE") || state.equals("FAILED");
            int done = judged(job);
            if (ended || done >= told[0] + 10_000) {
                told[0] = done;
                narrator.say(progress(job));
            }
            return ended ? Optional.of(job) : Optional.empty();
        });
    }

    private static String progress(JsonNode job) {
        return String.format(
                Locale.ROOT,
                "import %s: %,d of %,d rows; %,d created, %,d updated, %,d unchanged, %,d refused, %,d with a warning",
                job.path("state").asText(),
                judged(job),
                job.path("rows").asInt(),
                job.path("created").asInt(),
                job.path("updated").asInt(),
                job.path("unchanged").asInt(),
                job.path("refused").asInt(),
                job.path("warnings").asInt());
    }

    private void check(JsonNode job, int people) {
        narrator.confirm("rows read", people, job.path("rows").asInt());
        narrator.confirm(
                "each row created, updated, unchanged, to look at or refused",
                job.path("rows").asInt(),
                judged(job));
    }

    /** Rows that have their verdict. */
    private static int judged(JsonNode job) {
        return job.path("created").asInt()
                + job.path("updated").asInt()
                + job.path("unchanged").asInt()
                + job.path("needsLook").asInt()
                + job.path("refused").asInt();
    }

    private void lines(JsonNode job, String verdict) {
        Map<String, Integer> codes = new TreeMap<>();
        api.as(MANAGER)
                .at(Service.BENEFICIARY, "/v1/imports/{}/lines", job.path("id").asText())
                .query("verdict", verdict)
                .all()
                .forEach(line -> codes.merge(line.path("code").asText("without a code"), 1, Integer::sum));
        codes.forEach((code, count) -> narrator.say(verdict + ", " + code + ": " + count));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
