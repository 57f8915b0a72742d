package ma.riaya.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as the limit asked for, in the list's order
 * @param next the cursor of the next page; null on the last one
 */
public record Page<T>(
        List<T> items,

        @Nullable @Schema(nullable = true, description = "Cursor of the next page; null on the last.")
        String next) {

    /** Cuts what was read with one row more than the limit: that row tells that there is a next page. */
    public static <T> Page<T> of(List<T> read, int limit, Function<T, Cursor> cursor) {
        if (read.size() <= limit) {
            return new Page<>(List.copyOf(read), null);
        }
        List<T> items = List.copyOf(read.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()).encoded());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
