package ma.riaya.welfare.aidrequest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.database.Write;
import ma.riaya.welfare.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One step of a request that was locked and checked: what it sets on the row, and what else is written with it.
 *
 * @param to the state after
 * @param audited the name of the step in the audit trail
 * @param sets assignments to columns of the row beyond the state
 * @param facts what the audit entry adds to the states
 * @param before writes whose rows the assignments read
 * @param after writes that read the moved row, by the name {@link #ROW}
 * @param provided the name of a write without whose row nothing is to stand
 */
public record Move(
        AidRequest request,
        State to,
        String audited,
        @Nullable String reasons,
        String sets,
        Map<String, @Nullable Object> values,
        Map<String, String> facts,
        List<Write> before,
        List<Write> after,
        @Nullable String provided) {

    /** How a write refers to the row after the step. */
    public static final String ROW = "moved";

    private static final String INSTRUCTED = ", instructors = array_append(instructors, CAST(:instructor AS text))";

    /** A step that changes nothing but the state. */
    static Move of(AidRequest request, Act act, @Nullable String reasons) {
        State to = act.to();
        if (to == null) {
            throw new IllegalArgumentException(act + " moves nothing");
        }
        return step(request, to, act.audited(), reasons);
    }

    /** The next receipt number of the office is taken in the same statement, and rolls back with it. */
    static Move submission(AidRequest request, LocalDate today, LocalDate deadline) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("year", today.getYear());
        values.put("deadline", deadline);
        Write counted = new Write("counted", """
                INSERT INTO receipt_counter (office, year, last_number) VALUES (:countedOffice, :year, 1)
                ON CONFLICT (office, year) DO UPDATE SET last_number = receipt_counter.last_number + 1
                RETURNING last_number::text AS given
                """, Map.of("countedOffice", request.office()));
        return of(request, Act.SUBMIT, null)
                .set(
                        "number = (SELECT r.office || '-' || :year || '-' || lpad(given, greatest(6, length(given)), '0') FROM counted), "
                                + "year = :year, deadline = :deadline",
                        values)
                .preceded(counted);
    }

    static Move review(AidRequest request, String instructor) {
        return of(request, Act.REVIEW, null).set("instructed_by = :instructor", Map.of("instructor", instructor));
    }

    static Move complementAsked(AidRequest request, String reasons, LocalDate today, String instructor) {
        return of(request, Act.ASK_COMPLEMENT, reasons)
                .set("complement_asked_on = :today" + INSTRUCTED, Map.of("today", today, "instructor", instructor));
    }

    /** The clock stood while the family completed its file. */
    static Move completed(AidRequest request, LocalDate today, String instructor) {
        return of(request, Act.COMPLETE, null)
                .set(
                        "deadline = deadline + (CAST(:today AS date) - complement_asked_on)" + INSTRUCTED,
                        Map.of("today", today, "instructor", instructor));
    }

    public static Move proposal(AidRequest request, Money amount, String proposer, String reasons) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("amount", amount);
        values.put("proposer", proposer);
        return of(request, Act.PROPOSE, reasons)
                .set("amount = :amount, proposed_by = :proposer, proposal_reasons = :reasons", values)
                .recording("amount", amount);
    }

    /** The proposal is taken off the request; its history keeps it. */
    public static Move correction(AidRequest request, String reasons) {
        return of(request, Act.RETURN, reasons)
                .set("amount = NULL, proposed_by = NULL, proposal_reasons = NULL", Map.of());
    }

    public static Move approval(AidRequest request, UUID decision, UUID envelope, String approver, String reasons) {
        return of(request, Act.APPROVE, reasons)
                .set(
                        "approved_by = :approver, decision = :decision, envelope = :grantedFrom",
                        Map.of("approver", approver, "decision", decision, "grantedFrom", envelope))
                .recording("amount", request.proposedAmount())
                .recording("decision", decision);
    }

    public static Move rejection(AidRequest request, UUID decision, String reasons) {
        return of(request, Act.REJECT, reasons)
                .set("decision = :decision", Map.of("decision", decision))
                .recording("decision", decision);
    }

    static Move order(AidRequest request, UUID disbursement, String orderer) {
        return of(request, Act.ORDER, null)
                .set(
                        "ordered_by = :orderer, disbursement = :disbursement",
                        Map.of("orderer", orderer, "disbursement", disbursement))
                .recording("disbursement", disbursement);
    }

    /** The same, with more writes in its statement. */
    public Move with(List<Write> writes) {
        List<Write> all = new ArrayList<>(after);
        all.addAll(writes);
        return new Move(request, to, audited, reasons, sets, values, facts, before, all, provided);
    }

    /** The same, nothing of which is to stand without a row of the write of that name. */
    public Move provided(String write) {
        return new Move(request, to, audited, reasons, sets, values, facts, before, after, write);
    }

    private static Move step(AidRequest request, State to, String audited, @Nullable String reasons) {
        if (!request.state().next().contains(to)) {
            throw new IllegalArgumentException("no way from " + request.state() + " to " + to);
        }
        return new Move(request, to, audited, reasons, "", Map.of(), Map.of(), List.of(), List.of(), null);
    }

    private Move set(String columns, Map<String, ? extends @Nullable Object> bound) {
        return new Move(
                request, to, audited, reasons, ", " + columns, new HashMap<>(bound), facts, before, after, provided);
    }

    private Move preceded(Write write) {
        return new Move(request, to, audited, reasons, sets, values, facts, List.of(write), after, provided);
    }

    private Move recording(String fact, Object value) {
        Map<String, String> all = new HashMap<>(facts);
        all.put(fact, value.toString());
        return new Move(request, to, audited, reasons, sets, values, all, before, after, provided);
    }
}
