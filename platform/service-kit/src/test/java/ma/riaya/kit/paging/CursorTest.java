package ma.riaya.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.riaya.kit.problem.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final UUID ID = UUID.fromString("0197c1f0-0000-7000-8000-000000000001");

    @Test
    void comesBackAsItWasGiven() {
        for (Cursor cursor :
                List.of(Cursor.of("MA-ERR"), Cursor.of("محمد", 12, ID), Cursor.of("", ""), Cursor.of("a b&c=d/é+?"))) {

            assertThat(Cursor.decode(cursor.encoded(), cursor.values().size())).isEqualTo(cursor);
        }
    }

    @Test
    void standsInAnAddressAsItIs() {
        assertThat(Cursor.of("محمد", "???>>>", ID).encoded()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isAbsentOnTheFirstPage() {
        assertThat(Cursor.decode(null, 1)).isNull();
        assertThat(Cursor.decode("", 1)).isNull();
        assertThat(Cursor.decode("  ", 2)).isNull();
    }

    @Test
    void isRefusedWhereItIsNotOurs() {
        assertRefused(() -> Cursor.decode("%%%", 1));
        assertRefused(() -> Cursor.decode("not base64!", 1));
        assertRefused(() -> Cursor.decode(encoded(new byte[] {(byte) 0xff, (byte) 0xfe}), 1));
    }

    @Test
    void isRefusedWhereItIsAnotherLists() {
        assertRefused(() -> Cursor.decode(Cursor.of("one").encoded(), 2));
        assertRefused(() -> Cursor.decode(Cursor.of("one", "two").encoded(), 1));
    }

    @Test
    void givesItsValuesAsTheirTypes() {
        Cursor cursor = Objects.requireNonNull(Cursor.decode(
                Cursor.of(LocalDate.of(2025, 9, 1), Instant.EPOCH, ID).encoded(), 3));
        LocalDate date = cursor.value(0, LocalDate::parse);
        Instant instant = cursor.value(1, Instant::parse);
        UUID id = cursor.value(2, UUID::fromString);
        assertThat(date).isEqualTo("2025-09-01");
        assertThat(instant).isEqualTo(Instant.EPOCH);
        assertThat(id).isEqualTo(ID);
    }

    @Test
    void isRefusedWhereAValueIsNotOfItsType() {
        Cursor cursor = Cursor.of("tomorrow");
        assertRefused(() -> cursor.value(0, LocalDate::parse));
        assertRefused(() -> cursor.value(0, Instant::parse));
        assertRefused(() -> cursor.value(0, UUID::fromString));
        assertRefused(() -> cursor.value(0, Long::valueOf));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void assertRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo("cursor-invalid");
            assertThat(refused.refusal().status()).isEqualTo(400);
        });
    }

    /** The text of a cursor is no secret, so it is plain to see what it holds. */
    @Test
    void isTheValuesInBase64() {
        assertThat(new String(Base64.getUrlDecoder().decode(Cursor.of("a", "b").encoded()), StandardCharsets.UTF_8))
                .isEqualTo("a\u001fb");
    }
}
