package ma.riaya.welfare.campaign;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.welfare.budget.Envelopes;
import ma.riaya.welfare.budget.Kind;
import ma.riaya.welfare.budget.Movement;

/** One person proposes the frozen list, another approves it; the approval reserves its total. Until it is ordered it can be given up. */
@Singleton
class DecideWave {

    static final String CAUSE = "campaign-wave";

    private final CampaignBook book;
    private final LineBook lines;
    private final Envelopes envelopes;
    private final CurrentCaller caller;
    private final Audit audit;

    DecideWave(CampaignBook book, LineBook lines, Envelopes envelopes, CurrentCaller caller, Audit audit) {
        this.book = book;
        this.lines = lines;
        this.envelopes = envelopes;
        this.caller = caller;
        this.audit = audit;
    }

    /** Refused as campaign-wave-state or campaign-wave-empty. */
    @Transactional(Transactional.TxType.MANDATORY)
    void propose(UUID campaign, int number) {
        Wave wave = book.holdWave(campaign, number);
        wave.checkProposal();
        book.propose(wave.id(), caller.get().subject());
        record("campaign-wave-proposed", wave);
    }

    /** Refused as campaign-wave-state, approver-is-proposer, approver-selected, own-file or envelope-exhausted. */
    @Transactional(Transactional.TxType.MANDATORY)
    void approve(UUID campaign, int number) {
        Wave wave = book.holdWave(campaign, number);
        wave.checkApproval(caller.get().subject());
        lines.refuseOwnFile(wave, caller.get());
        book.approve(wave.id(), caller.get().subject());
        envelopes.move(new Movement(Kind.RESERVE, book.get(campaign).envelope(), wave.total(), CAUSE, wave.id()));
        record("campaign-wave-approved", wave);
    }

    /** Whom it had selected may be selected again, and what was reserved for it is released; refused as campaign-wave-state. */
    @Transactional(Transactional.TxType.MANDATORY)
    void discard(UUID campaign, int number, String reasons) {
        Wave wave = book.holdWave(campaign, number);
        wave.checkDiscard();
        book.discard(wave.id(), caller.get().subject(), reasons);
        if (wave.state() == WaveState.APPROVED) {
            envelopes.move(new Movement(Kind.RELEASE, book.get(campaign).envelope(), wave.total(), CAUSE, wave.id()));
        }
        record("campaign-wave-discarded", wave);
    }

    private void record(String act, Wave wave) {
        audit.append(AuditEntry.of(act, CAUSE, wave.id())
                .with(Map.of("total", wave.total().toString())));
    }
}
