package ma.riaya.welfare.beneficiary;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The lines to the registry: a crowd that asks for single persons does not hold up a campaign's selection, nor the other way round. */
@Singleton
class Lines {

    private final Line persons;
    private final Line candidates;

    Lines(
            @ConfigProperty(name = "riaya.registry.persons-at-once") int personsAtOnce,
            @ConfigProperty(name = "riaya.registry.candidates-at-once") int candidatesAtOnce,
            @ConfigProperty(name = "riaya.registry.silence") Duration silence,
            @ConfigProperty(name = "riaya.registry.answer") Duration answer,
            @ConfigProperty(name = "riaya.registry.turn") Duration turn,
            @ConfigProperty(name = "riaya.registry.rest") Duration rest) {
        persons = new Line(new Line.Bounds(personsAtOnce, silence, answer, turn, rest), System::nanoTime);
        candidates = new Line(new Line.Bounds(candidatesAtOnce, silence, answer, turn, rest), System::nanoTime);
    }

    Line persons() {
        return persons;
    }

    Line candidates() {
        return candidates;
    }
}
