package ma.riaya.welfare.outbox;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Delivers what waits in the outbox: right after the commit that put it in, and again every few seconds for what a crash or a fault left.
 *
 * <p>Each delivery is a transaction of its own that holds its row, so two relays never carry the same thing at once.
 */
@Singleton
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final Outbox outbox;
    private final List<Delivery> deliveries;

    Relay(Outbox outbox, @All List<Delivery> deliveries) {
        this.outbox = outbox;
        this.deliveries = deliveries;
    }

    /** Away from the request: who released does not wait for the disk. */
    void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Filled filled) {
        Thread.ofVirtual().name("relay-" + filled.kind()).start(this::run);
    }

    /** Delivers all that is due. */
    @Scheduled(every = "${riaya.outbox.every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        boolean more = true;
        while (more) {
            more = deliverOne();
        }
    }

    private boolean deliverOne() {
        AtomicReference<Outbox.Waiting> held = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Outbox.Waiting> next = outbox.next();
                next.ifPresent(waiting -> {
                    held.set(waiting);
                    deliveryOf(waiting.kind()).deliver(waiting.aggregate());
                    outbox.delivered(waiting.id());
                });
                return next.isPresent();
            });
        } catch (RuntimeException fault) {
            return failed(held.get(), fault);
        }
    }

    /** Goes on with the others; where not even a row could be read, the next round tries. */
    private boolean failed(Outbox.@org.jspecify.annotations.Nullable Waiting waiting, RuntimeException fault) {
        if (waiting == null) {
            LOG.warnf("the outbox cannot be read: %s", fault.getClass().getSimpleName());
            return false;
        }
        LOG.errorf(fault, "%s %s is not delivered and will be tried again", waiting.kind(), waiting.aggregate());
        UUID id = waiting.id();
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.failed(id, fault.getClass().getSimpleName()));
            return true;
        } catch (RuntimeException again) {
            LOG.warnf(
                    "the fault of %s cannot be noted: %s", id, again.getClass().getSimpleName());
            return false;
        }
    }

    private Delivery deliveryOf(String kind) {
        return deliveries.stream()
                .filter(delivery -> delivery.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing delivers " + kind));
    }
}
