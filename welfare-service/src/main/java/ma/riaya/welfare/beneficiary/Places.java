package ma.riaya.welfare.beneficiary;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Room for so many at once; the others wait, and come in the order in which they came. */
final class Places {

    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    Places(int room) {
        free = room;
    }

    /** Lines up; complete as soon as a place is the caller's. Whatever happens then, it is {@link #leave left}. */
    synchronized CompletableFuture<Void> lineUp() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        if (free > 0) {
            free--;
            turn.complete(null);
        } else {
            waiting.add(turn);
        }
        return turn;
    }

    /** Hands the place on to who has waited longest, or gives up waiting for one. */
    synchronized void leave(CompletableFuture<Void> turn) {
        if (!turn.isDone()) {
            waiting.removeIf(other -> other == turn);
            return;
        }
        CompletableFuture<Void> next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.complete(null);
        }
    }
}
