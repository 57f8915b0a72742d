package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.kit.problem.Refusal;
import org.jdbi.v3.core.Jdbi;

/** Says of many rows at once of whom each is. */
@Singleton
class WhoIsMeant {

    private final Jdbi jdbi;

    WhoIsMeant(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row and its place in the part. */
    record Asked(int place, RegistryRow row) {}

    sealed interface Answer {}

    /** This person; the doubts say how one knows, where that is not the source's own key. */
    record Known(UUID person, List<Refusal> doubts) implements Answer {}

    /** Someone whom the registry does not have yet. */
    record Nobody(Identity identity, List<Refusal> doubts) implements Answer {}

    /** Someone has to look first. */
    record Doubtful(Refusal reason) implements Answer {}

    record Refused(Refusal reason) implements Answer {}

    private record Referenced(String reference, UUID id) {}

    Map<Integer, Answer> among(Source source, List<Asked> rows, Map<String, SourceRecords.Said> said) {
        Map<String, UUID> referenced = referenced(rows);
        Map<Integer, Answer> answers = new HashMap<>();
        for (Asked asked : rows) {
            String reference = asked.row().reference();
            SourceRecords.Said before = said.get(reference);
            UUID known = before == null ? referenced.get(reference) : before.personId();
            answers.put(
                    asked.place(),
                    known != null
                            ? new Known(known, List.of())
                            : asked.row()
                                    .announced()
                                    .whole()
                                    .<Answer>map(identity -> new Nobody(identity, List.of()))
                                    .orElseGet(() -> new Refused(new CannotMeetPerson.IdentityIncomplete(reference))));
        }
        return answers;
    }

    private Map<String, UUID> referenced(List<Asked> rows) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT reference, id FROM person WHERE reference = ANY (CAST(:references AS text[]))")
                .bindArray(
                        "references",
                        String.class,
                        rows.stream().map(asked -> asked.row().reference()).toArray())
                .mapTo(Referenced.class)
                .collect(Collectors.toMap(Referenced::reference, Referenced::id)));
    }
}
