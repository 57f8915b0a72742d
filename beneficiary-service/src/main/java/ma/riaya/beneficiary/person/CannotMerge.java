package ma.riaya.beneficiary.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.kit.problem.Refusal;

/** Why two records do not become one, or not two again. */
public sealed interface CannotMerge extends Refusal {

    @Override
    default int status() {
        return 409;
    }

    record MergeWithSelf() implements CannotMerge {
        @Override
        public String code() {
            return "merge-with-self";
        }

        @Override
        public int status() {
            return 422;
        }
    }

    /** The record answers as another already. */
    record AlreadyMerged(UUID person, UUID into) implements CannotMerge {
        @Override
        public String code() {
            return "person-merged";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString(), "into", into.toString());
        }
    }

    /** Other records answer as the one that would go: no chains. */
    record StandsForOthers(UUID person) implements CannotMerge {
        @Override
        public String code() {
            return "merge-stands-for-others";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    /** One is shielded otherwise than the other: what the shield hides would stand where it hides nothing. */
    record ShieldedOtherwise() implements CannotMerge {
        @Override
        public String code() {
            return "merge-shielded-otherwise";
        }
    }

    /** Somebody asked for a change of the record that would go, and nobody decided yet. */
    record ChangesWait(UUID person) implements CannotMerge {
        @Override
        public String code() {
            return "merge-changes-wait";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("person", person.toString());
        }
    }

    /** They are each other's spouse, child, parent, guardian or payee. */
    record OfRelatives() implements CannotMerge {
        @Override
        public String code() {
            return "merge-of-relatives";
        }
    }

    /** Two verified numbers of identity, and both alive: two people, or a number to correct first. */
    record TwoIdentities() implements CannotMerge {
        @Override
        public String code() {
            return "merge-two-identities";
        }
    }

    /** An event says the death that the choice would leave out. */
    record DeathByEvent() implements CannotMerge {
        @Override
        public String code() {
            return "merge-death-by-event";
        }
    }

    record FieldsToChoose(List<Field> fields) implements CannotMerge {

        public FieldsToChoose {
            fields = List.copyOf(fields);
        }

        @Override
        public String code() {
            return "merge-fields-to-choose";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("fields", named(fields));
        }
    }

    /** Rows that cannot stand at once. */
    record LinesToChoose(List<MergePreview.Conflict> conflicts) implements CannotMerge {

        public LinesToChoose {
            conflicts = List.copyOf(conflicts);
        }

        @Override
        public String code() {
            return "merge-lines-to-choose";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of(
                    "count",
                    conflicts.size(),
                    "lines",
                    conflicts.stream()
                            .map(conflict -> conflict.one() + "/" + conflict.other())
                            .collect(Collectors.joining(", ")));
        }
    }

    record LineUnknown(UUID line) implements CannotMerge {
        @Override
        public String code() {
            return "merge-line-unknown";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("line", line.toString());
        }
    }

    private static String named(Collection<Field> fields) {
        return fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }
}
