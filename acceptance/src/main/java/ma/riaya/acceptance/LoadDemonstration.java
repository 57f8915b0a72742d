package ma.riaya.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import ma.riaya.acceptance.registry.Registry;
import ma.riaya.acceptance.registry.RegistrySpec;
import ma.riaya.acceptance.story.Api;
import ma.riaya.acceptance.story.DemonstrationEnvelopes;
import ma.riaya.acceptance.story.DemonstrationHeads;
import ma.riaya.acceptance.story.FamilyAccount;
import ma.riaya.acceptance.story.Narrator;
import ma.riaya.acceptance.story.Product;
import ma.riaya.acceptance.story.RegistryImport;
import ma.riaya.acceptance.story.Service;
import ma.riaya.acceptance.story.SignIn;
import ma.riaya.acceptance.story.StoryFailed;

/** Loads the demonstration: makes its registry, imports it as its manager, ties a family to its record, appoints two heads, allots its envelopes. A second run changes nothing. */
public final class LoadDemonstration {

    private static final Duration UNTIL_READY = Duration.ofMinutes(3);

    private LoadDemonstration() {}

    public static void main(String[] arguments) throws IOException {
        Product product = Product.fromEnvironment(System.getenv());
        Narrator narrator = new Narrator(System.out);
        try {
            load(new Api(product, SignIn.at(product)), narrator, RegistrySpec.demonstration());
        } catch (StoryFailed failed) {
            System.err.println("The demonstration was not loaded: " + failed.getMessage() + ".");
            System.exit(1);
        }
    }

    /** Loads a registry of this size into the running product. */
    public static void load(Api api, Narrator narrator, RegistrySpec spec) throws IOException {
        narrator.title("Loading the demonstration");
        narrator.step("The services are awaited.");
        for (Service service : new Service[] {Service.BENEFICIARY, Service.OFFICE, Service.WELFARE}) {
            api.awaitReady(service, UNTIL_READY);
        }
        narrator.step("A registry of invented people is made.");
        Path registry = api.product().registry();
        write(spec, registry);
        narrator.say(registry + ", " + Files.size(registry) + " bytes");
        narrator.step("Its manager imports it.");
        new RegistryImport(api, narrator).bring(registry, spec.people());
        narrator.step("A family's own account is tied to its record.");
        new FamilyAccount(api).tie(narrator);
        narrator.step("The administrator appoints the heads of two offices.");
        DemonstrationHeads.appoint(api, narrator);
        narrator.step("The administrator allots the envelopes.");
        DemonstrationEnvelopes.allot(api, narrator, Clock.systemUTC());
        narrator.end();
    }

    /** Beside first, then in place: a registry that lies there is whole. */
    private static void write(RegistrySpec spec, Path registry) throws IOException {
        Files.createDirectories(registry.toAbsolutePath().getParent());
        Path beside = registry.resolveSibling(registry.getFileName() + ".part");
        Registry.write(spec, beside);
        Files.move(beside, registry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
