package ma.riaya.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void theLastPageHasNoNext() {
        assertThat(page(List.of(), 2)).isEqualTo(new Page<>(List.of(), null));
        assertThat(page(List.of(1), 2)).isEqualTo(new Page<>(List.of(1), null));
        assertThat(page(List.of(1, 2), 2)).isEqualTo(new Page<>(List.of(1, 2), null));
    }

    /** One row more than asked for was read: it is left out, and the next page begins after the last that is shown. */
    @Test
    void aFurtherRowMeansANextPage() {
        Page<Integer> page = page(List.of(1, 2, 3), 2);
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(Cursor.decode(page.next(), 1)).isEqualTo(Cursor.of(2));
    }

    @Test
    void followingTheCursorsShowsEachRowOnce() {
        List<Integer> all = List.of(1, 2, 3, 4, 5, 6, 7);
        List<Integer> shown = new ArrayList<>();
        int after = 0;
        boolean more = true;
        while (more) {
            int seen = after;
            Page<Integer> page =
                    page(all.stream().filter(row -> row > seen).limit(4).toList(), 3);
            shown.addAll(page.items());
            more = page.next() != null;
            if (more) {
                after = Objects.requireNonNull(Cursor.decode(page.next(), 1)).value(0, Integer::valueOf);
            }
        }
        assertThat(shown).isEqualTo(all);
    }

    @Test
    void keepsItsCursorWhenItsRowsAreShownOtherwise() {
        Page<Integer> page = page(List.of(1, 2, 3), 2);
        assertThat(page.map(row -> "row " + row)).isEqualTo(new Page<>(List.of("row 1", "row 2"), page.next()));
    }

    @Test
    void doesNotFollowALaterChangeOfWhatWasRead() {
        List<Integer> read = new ArrayList<>(List.of(1));
        Page<Integer> page = page(read, 2);
        read.add(2);
        assertThat(page.items()).containsExactly(1);
    }

    private static Page<Integer> page(List<Integer> read, int limit) {
        return Page.of(read, limit, Cursor::of);
    }
}
