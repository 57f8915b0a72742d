package ma.riaya.welfare.outbox;

import java.util.UUID;

/** Carries one kind of thing out of the service. */
public interface Delivery {

    /** The kind that it carries, such as {@code payment-file}. */
    String kind();

    /**
     * Delivers, in the transaction that then marks it delivered.
     *
     * <p>A crash between the two delivers again: doing it twice must be as doing it once.
     */
    void deliver(UUID aggregate);
}
