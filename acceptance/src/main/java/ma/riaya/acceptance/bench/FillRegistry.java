package ma.riaya.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import ma.riaya.acceptance.registry.Registry;
import ma.riaya.acceptance.registry.RegistrySpec;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.Service;

/** Brings invented people into the registry by its own import, and waits until they are there. */
public final class FillRegistry {

    private FillRegistry() {}

    public static void with(Api api, String manager, int people, long seed) throws IOException, InterruptedException {
        Path file = Files.createTempFile("registry", ".csv");
        try {
            Registry.write(RegistrySpec.scaled(people, seed), file);
            String id = api.as(manager)
                    .at(Service.BENEFICIARY, "/v1/imports")
                    .key(UUID.randomUUID().toString())
                    .upload("text/csv; charset=UTF-8", Files.readAllBytes(file))
                    .expect(202)
                    .json()
                    .path("id")
                    .asText();
            String state = "";
            while (!List.of("DONE", "FAILED", "CANCELLED").contains(state)) {
                Thread.sleep(500);
                state = api.as(manager)
                        .at(Service.BENEFICIARY, "/v1/imports/{}", id)
                        .get()
                        .expect(200)
                        .json()
                        .path("state")
                        .asText();
            }
            if (!state.equals("DONE")) {
                throw new IllegalStateException("the import of the people is " + state);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
