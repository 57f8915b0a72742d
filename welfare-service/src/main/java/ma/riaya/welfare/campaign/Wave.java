package ma.riaya.welfare.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.money.Money;
import org.jspecify.annotations.Nullable;

/** A wave as stored, and who may take it further; its words are sealed. */
@SuppressWarnings("ArrayRecordComponent")
record Wave(
        UUID id,
        UUID campaign,
        int number,
        LocalDate asOf,
        String nameAr,
        String nameFr,
        WaveState state,
        int transfers,
        int vouchers,
        int nearMisses,
        Money total,
        String selectedBy,
        Instant selectedAt,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String orderedBy,
        @Nullable Instant orderedAt,
        @Nullable UUID batch,
        int withheld,
        Money withheldTotal,
        @Nullable String discardedBy,
        @Nullable Instant discardedAt,
        byte @Nullable [] discardReasons) {

    void checkProposal() {
        require(WaveState.SELECTED, WaveState.PROPOSED);
        if (transfers + vouchers == 0) {
            throw new RefusedException(new CannotRun.WaveEmpty(number));
        }
    }

    void checkApproval(String approver) {
        require(WaveState.PROPOSED, WaveState.APPROVED);
        if (approver.equals(proposedBy)) {
            throw new RefusedException(new CannotRun.ApproverIsProposer());
        }
        if (approver.equals(selectedBy)) {
            throw new RefusedException(new CannotRun.ApproverSelected());
        }
    }

    /** Answers who approved, which the payments carry with them. */
    String checkOrder(String payer) {
        require(WaveState.APPROVED, WaveState.ORDERED);
        if (approvedBy == null) {
            throw new IllegalStateException("wave " + id + " is approved by nobody");
        }
        if (payer.equals(approvedBy)) {
            throw new RefusedException(new CannotRun.PayerIsApprover());
        }
        if (isPreparedBy(payer)) {
            throw new RefusedException(new CannotRun.OrdererTookPart());
        }
        return approvedBy;
    }

    void checkDiscard() {
        if (!state.next().contains(WaveState.DISCARDED)) {
            throw new RefusedException(new CannotRun.WaveNotThere(number, state, WaveState.DISCARDED));
        }
    }

    /** Whoever selected or proposed the list decides nothing more about it. */
    boolean isPreparedBy(String subject) {
        return subject.equals(selectedBy) || subject.equals(proposedBy);
    }

    private void require(WaveState wanted, WaveState next) {
        if (state != wanted) {
            throw new RefusedException(new CannotRun.WaveNotThere(number, state, next));
        }
    }
}
