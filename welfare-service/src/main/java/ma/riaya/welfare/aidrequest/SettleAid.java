package ma.riaya.welfare.aidrequest;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.welfare.payment.DisbursementSettled;
import ma.riaya.welfare.payment.DisbursementsSettled;
import ma.riaya.welfare.payment.SourceType;
import org.jboss.logging.Logger;

/** Follows payments in their own transaction: their requests become paid or returned with them, any number in one statement. */
@Singleton
class SettleAid {

    private static final Logger LOG = Logger.getLogger(SettleAid.class);

    private final Moves moves;
    private final Audit audit;

    SettleAid(Moves moves, Audit audit) {
        this.moves = moves;
        this.audit = audit;
    }

    void follow(@Observes DisbursementsSettled settled) {
        Map<DisbursementSettled.Outcome, List<UUID>> decisions = settled.all().stream()
                .filter(one -> one.sourceType() == SourceType.DECISION)
                .collect(Collectors.groupingBy(
                        DisbursementSettled::outcome,
                        () -> new EnumMap<>(DisbursementSettled.Outcome.class),
                        Collectors.mapping(DisbursementSettled::source, Collectors.toList())));
        decisions.forEach((outcome, of) -> {
            switch (outcome) {
                case SENT -> {
                    // The requests stay ordered until the bank says what became of them.
                }
                case PAID -> move(of, State.PAID, "aid-request-paid");
                case REFUSED -> move(of, State.RETURNED, "aid-request-payment-refused");
                case RETURNED -> move(of, State.RETURNED, "aid-request-payment-returned");
                case STOPPED -> move(of, State.RETURNED, "aid-request-payment-stopped");
            }
        });
    }

    /** What the bank did is recorded even where a request that it paid for is not found: somebody has to look at that. */
    private void move(List<UUID> decisions, State to, String audited) {
        List<Moves.Followed> followed = moves.follow(decisions, to);
        audit.append(followed.stream()
                .map(one -> AuditEntry.of(audited, "aid-request", one.id())
                        .with(Map.of("from", one.former().name(), "to", to.name())))
                .toList());
        if (followed.size() < decisions.size()) {
            LOG.errorf(
                    "payments of %d decisions became %s, and only %d requests have one of them: %s",
                    decisions.size(), to, followed.size(), decisions);
        }
    }
}
