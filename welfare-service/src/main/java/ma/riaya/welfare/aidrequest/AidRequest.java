package ma.riaya.welfare.aidrequest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CannotReach;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.programme.Programme;
import org.jspecify.annotations.Nullable;

/**
 * A request for aid as it stands, without what the family says of its situation, which is read apart and for a purpose.
 *
 * @param person whose it is, which an unmerge in the registry may have said
 * @param knownAs every id under which the person is known now
 * @param instructors everybody who took it into review, asked for complements or took them in
 * @param proposers everybody who ever proposed, whatever became of it
 */
public record AidRequest(
        UUID id,
        @Nullable String number,
        State state,
        String programme,
        int programmeVersion,
        String office,
        int year,
        UUID person,
        List<UUID> knownAs,
        String personNameAr,
        String personNameLatin,
        @Nullable String personOffice,
        Instant personAsOf,
        Channel channel,
        @Nullable LocalDate deadline,
        @Nullable LocalDate complementAskedOn,
        @Nullable Money amount,
        @Nullable String instructedBy,
        List<String> instructors,
        @Nullable String proposedBy,
        List<String> proposers,
        @Nullable String approvedBy,
        @Nullable UUID decision,
        @Nullable UUID envelope,
        @Nullable UUID disbursement,
        long version) {

    public AidRequest {
        instructors = List.copyOf(instructors);
        proposers = List.copyOf(proposers);
        knownAs = List.copyOf(knownAs);
    }

    /** The columns that make one. */
    static final String COLUMNS =
            "id, number, state, programme, programme_version, office, year, request_person(id, person) AS person, ids_of_person(request_person(id, person)) AS known_as, person_name_ar, person_name_latin, person_office, "
                    + "person_as_of, channel, deadline, complement_asked_on, amount, instructed_by, instructors, proposed_by, proposers, approved_by, decision, "
                    + "envelope, disbursement, version";

    /** The acts that the reader may do now, so that no client repeats a rule. */
    List<String> actions(Caller reader, Programme rules) {
        return Arrays.stream(Act.values())
                .filter(act -> act.isFor(reader) && obstacle(act, reader, rules).isEmpty())
                .map(Act::code)
                .toList();
    }

    /** Refuses by name what the caller may not do now; whether the role allows it at all is the route's to say. */
    public AidRequest require(Act act, Caller caller, Programme rules) {
        obstacle(act, caller, rules).ifPresent(why -> {
            throw new RefusedException(why);
        });
        return this;
    }

    private Optional<Refusal> obstacle(Act act, Caller caller, Programme rules) {
        if (!caller.reaches(office)) {
            return Optional.of(new CannotReach.OtherOffice(office));
        }
        if (isOwnFileOf(caller)) {
            return Optional.of(new CannotAct.OwnFile());
        }
        if (!act.from().contains(state)) {
            return Optional.of(new CannotAct.NotInState(state, act.code()));
        }
        return switch (act) {
            case APPROVE, REJECT -> decisionObstacle(caller, rules);
            case ORDER -> tookPart(caller) ? Optional.of(new CannotAct.OrdererTookPart()) : Optional.empty();
            case ASK_COMPLEMENT ->
                complementAskedOn == null
                        ? Optional.empty()
                        : Optional.of(new CannotAct.ComplementAlreadyAsked(complementAskedOn));
            case EDIT, ADD_DOCUMENT, SUBMIT, REVIEW, COMPLETE, PROPOSE, RETURN, WITHDRAW, CLOSE -> Optional.empty();
        };
    }

    /** Four eyes first, then authority: the head of an office decides up to the ceiling that the programme delegates. */
    private Optional<Refusal> decisionObstacle(Caller caller, Programme rules) {
        if (proposers.contains(caller.subject()) || caller.subject().equals(proposedBy)) {
            return Optional.of(new CannotAct.ApproverIsProposer());
        }
        if (instructors.contains(caller.subject()) || caller.subject().equals(instructedBy)) {
            return Optional.of(new CannotAct.ApproverInstructed());
        }
        if (caller.has(Roles.COMMITTEE) || rules.isDelegated(proposedAmount())) {
            return Optional.empty();
        }
        return Optional.of(
                rules.needsCommittee()
                        ? new CannotAct.CommitteeDecides(programme)
                        : new CannotAct.AmountAboveDelegation(rules.headCeiling(), proposedAmount()));
    }

    private boolean isOwnFileOf(Caller caller) {
        return caller.person().filter(knownAs::contains).isPresent();
    }

    private boolean tookPart(Caller caller) {
        return caller.subject().equals(proposedBy) || caller.subject().equals(approvedBy);
    }

    /** The amount of a request that was proposed; asked of another it is a fault. */
    public Money proposedAmount() {
        return known(amount, "amount");
    }

    /** The envelope of a request that was approved; asked of another it is a fault. */
    UUID grantedFrom() {
        return known(envelope, "envelope");
    }

    /** The decision on a request that was decided; asked of another it is a fault. */
    UUID decidedBy() {
        return known(decision, "decision");
    }

    /** Who approved a request that was approved; asked of another it is a fault. */
    String approver() {
        return known(approvedBy, "approver");
    }

    private <T> T known(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("request " + id + " in state " + state + " has no " + name);
        }
        return value;
    }
}
