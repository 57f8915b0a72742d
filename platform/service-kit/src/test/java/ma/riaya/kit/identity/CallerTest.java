package ma.riaya.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final UUID OWN_RECORD = new UUID(0, 7);

    @Test
    void anOfficeReachesItself() {
        Caller officer = caller("officer", "RAB");
        assertThat(officer.reaches("RAB")).isTrue();
        assertThat(officer.reaches("ERR")).isFalse();
        assertThat(officer.isHeadquarters()).isFalse();
    }

    @Test
    void headquartersReachesEveryOffice() {
        for (String role : Roles.HEADQUARTERS) {
            assertThat(caller(role, null).reaches("ERR")).as(role).isTrue();
        }
    }

    /** An administrator who is posted to an office is no longer headquarters. */
    @Test
    void aRoleOfHeadquartersInAnOfficeReachesThatOffice() {
        assertThat(caller("admin", "RAB").reaches("ERR")).isFalse();
    }

    @Test
    void familiesAndAccountsWithoutARoleReachNone() {
        assertThat(caller("beneficiary", null).reaches("RAB")).isFalse();
        assertThat(caller("officer", null).reaches("RAB")).isFalse();
    }

    @Test
    void theOwnFileComesBeforeAllElse() {
        Caller officer = caller("officer", "RAB");
        assertThat(officer.relationTo("RAB", Optional.of(OWN_RECORD), officer.subject()))
                .isEqualTo(Relation.OWN_FILE);
        assertThat(officer.relationTo("RAB", Optional.empty(), officer.subject()))
                .isEqualTo(Relation.OWN_ACT);
        assertThat(officer.relationTo("RAB", Optional.of(new UUID(0, 8)), "another"))
                .isEqualTo(Relation.IN_REACH);
        assertThat(officer.relationTo("ERR", Optional.empty(), "another")).isEqualTo(Relation.OUT_OF_REACH);
    }

    @Test
    void whoHasNoRecordHasNoOwnFile() {
        Caller auditor = new Caller("s", "driss", Set.of("auditor"), Optional.empty(), Optional.empty());
        assertThat(auditor.relationTo("RAB", Optional.empty(), "another")).isEqualTo(Relation.IN_REACH);
    }

    private static Caller caller(String role, @org.jspecify.annotations.Nullable String office) {
        return new Caller("subject", "name", Set.of(role), Optional.ofNullable(office), Optional.of(OWN_RECORD));
    }
}
