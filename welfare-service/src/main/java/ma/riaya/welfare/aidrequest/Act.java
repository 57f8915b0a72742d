package ma.riaya.welfare.aidrequest;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.Roles;
import org.jspecify.annotations.Nullable;

/** What somebody does to a request: from which states, to which, and in which roles. */
public enum Act {
    EDIT("edited", from(State.DRAFT), null, Roles.OFFICER),
    ADD_DOCUMENT(
            "document-added",
            from(State.DRAFT, State.SUBMITTED, State.UNDER_REVIEW, State.COMPLEMENT_REQUESTED),
            null,
            Roles.OFFICER),
    SUBMIT("submitted", from(State.DRAFT), State.SUBMITTED, Roles.OFFICER),
    REVIEW("taken-into-review", from(State.SUBMITTED), State.UNDER_REVIEW, Roles.OFFICER),
    ASK_COMPLEMENT("complement-asked", from(State.UNDER_REVIEW), State.COMPLEMENT_REQUESTED, Roles.OFFICER),
    COMPLETE("completed", from(State.COMPLEMENT_REQUESTED), State.UNDER_REVIEW, Roles.OFFICER),
    PROPOSE("proposed", from(State.UNDER_REVIEW), State.PROPOSED, Roles.OFFICER),
    APPROVE("approved", from(State.PROPOSED), State.APPROVED, Roles.OFFICE_HEAD, Roles.COMMITTEE),
    REJECT("rejected", from(State.PROPOSED), State.REJECTED, Roles.OFFICE_HEAD, Roles.COMMITTEE),
    RETURN("returned-for-correction", from(State.PROPOSED), State.UNDER_REVIEW, Roles.OFFICE_HEAD, Roles.COMMITTEE),
    WITHDRAW(
            "withdrawn",
            from(
                    State.DRAFT,
                    State.SUBMITTED,
                    State.UNDER_REVIEW,
                    State.COMPLEMENT_REQUESTED,
                    State.PROPOSED,
                    State.APPROVED),
            State.WITHDRAWN,
            Roles.OFFICER),
    ORDER("ordered", from(State.APPROVED), State.ORDERED, Roles.FINANCE),
    CLOSE("closed", from(State.PAID, State.RETURNED), State.CLOSED, Roles.OFFICER, Roles.OFFICE_HEAD);

    private final String done;
    private final Set<State> from;
    private final @Nullable State to;
    private final Set<String> roles;

    Act(String done, Set<State> from, @Nullable State to, String... roles) {
        this.done = done;
        this.from = from;
        this.to = to;
        this.roles = Set.of(roles);
    }

    /** As a view names it among its reader's actions, such as {@code ask-complement}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the audit trail names it, such as {@code aid-request-approved}. */
    String audited() {
        return "aid-request-" + done;
    }

    Set<State> from() {
        return EnumSet.copyOf(from);
    }

    /** The state that it leads to; null where the state stays. */
    @Nullable
    State to() {
        return to;
    }

    boolean isFor(Caller caller) {
        return roles.stream().anyMatch(caller::has);
    }

    private static Set<State> from(State first, State... more) {
        return EnumSet.of(first, more);
    }
}
