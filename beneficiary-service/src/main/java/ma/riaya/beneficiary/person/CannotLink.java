package ma.riaya.beneficiary.person;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why two persons are certainly not what they are said to be to each other. */
public sealed interface CannotLink extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    record ParentBornAfterChild(LocalDate parentBirth, LocalDate childBirth) implements CannotLink {
        @Override
        public String code() {
            return "parent-born-after-child";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("parentBirth", parentBirth.toString(), "childBirth", childBirth.toString());
        }
    }

    record ParentTooYoung(int age, int least) implements CannotLink {
        @Override
        public String code() {
            return "parent-too-young";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("age", age, "least", least);
        }
    }

    record SpouseTooYoung(int age, int least) implements CannotLink {
        @Override
        public String code() {
            return "spouse-too-young";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("age", age, "least", least);
        }
    }

    record GuardianUnderAge(int age) implements CannotLink {
        @Override
        public String code() {
            return "guardian-under-age";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("age", age);
        }
    }

    /** The child is an ancestor of the parent already. */
    record CycleOfParents(UUID parent, UUID child) implements CannotLink {
        @Override
        public String code() {
            return "parent-cycle";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("parent", parent.toString(), "child", child.toString());
        }
    }

    record BeforeBirth(LocalDate from, LocalDate birth) implements CannotLink {
        @Override
        public String code() {
            return "link-before-birth";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("from", from.toString(), "birth", birth.toString());
        }
    }

    record AfterDeath(LocalDate from, LocalDate death) implements CannotLink {
        @Override
        public String code() {
            return "link-after-death";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("from", from.toString(), "death", death.toString());
        }
    }
}
