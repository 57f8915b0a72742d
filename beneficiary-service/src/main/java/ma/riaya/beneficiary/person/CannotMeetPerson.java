package ma.riaya.beneficiary.person;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a row is laid on nobody. */
public sealed interface CannotMeetPerson extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    /** What it says cannot stand beside what is on record. */
    record Conflicting() implements CannotMeetPerson {
        @Override
        public String code() {
            return "row-conflicts-with-entries";
        }
    }

    /** A new person needs names in both scripts, sex and birth date; a known one does not. */
    record IdentityIncomplete(String reference) implements CannotMeetPerson {
        @Override
        public String code() {
            return "row-identity-incomplete";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reference", reference);
        }
    }

    /** Nobody has the reference that the row names as its person. */
    record SameAsUnknown(String reference) implements CannotMeetPerson {
        @Override
        public String code() {
            return "row-same-as-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reference", reference);
        }
    }

    /** Someone of another birth date, or whom the source knows by another reference, has this number of identity. */
    record SameCin(String reference) implements CannotMeetPerson {
        @Override
        public String code() {
            return "row-same-cin";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reference", reference);
        }
    }

    /** The source knows the one with this professional number by another reference. */
    record SameMatricule(String reference) implements CannotMeetPerson {
        @Override
        public String code() {
            return "row-same-matricule";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reference", reference);
        }
    }

    /** The source still speaks of a record that was merged into another: whose it is, somebody has to say. */
    record RecordMerged(String reference) implements CannotMeetPerson {
        @Override
        public String code() {
            return "row-of-merged-record";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reference", reference);
        }
    }

    /** The registry has someone who is likely the same person. */
    record LikelyKnown(String reference) implements CannotMeetPerson {
        @Override
        public String code() {
            return "row-likely-known";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reference", reference);
        }
    }
}
