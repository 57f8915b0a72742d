package ma.riaya.beneficiary.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sealed value opens in its own place and nowhere else. */
class SealTest {

    private final UUID row = UUID.randomUUID();
    private final Seal seal = new Seal(TestKeys.keyset());

    SealTest() throws GeneralSecurityException {}

    @Test
    void whatIsClosedOpens() {
        byte[] sealed = seal.close(SealedColumn.PERSON_CIN, row, "U14233");
        assertThat(seal.open(SealedColumn.PERSON_CIN, row, sealed)).isEqualTo("U14233");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("U14233");
    }

    @Test
    void theSameValueIsSealedDifferentlyEachTime() {
        assertThat(seal.close(SealedColumn.PERSON_CIN, row, "U14233"))
                .isNotEqualTo(seal.close(SealedColumn.PERSON_CIN, row, "U14233"));
    }

    @Test
    void aValueOfAnotherRowOrColumnDoesNotOpen() {
        byte[] sealed = seal.close(SealedColumn.ACCOUNT_IBAN, row, "MA64");
        assertThatIllegalStateException()
                .isThrownBy(() -> seal.open(SealedColumn.ACCOUNT_IBAN, UUID.randomUUID(), sealed));
        assertThatIllegalStateException().isThrownBy(() -> seal.open(SealedColumn.PERSON_CIN, row, sealed));
    }

    @Test
    void aValueThatWasTouchedDoesNotOpen() {
        byte[] sealed = seal.close(SealedColumn.PENSION_AMOUNT, row, "1850.00");
        sealed[sealed.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> seal.open(SealedColumn.PENSION_AMOUNT, row, sealed));
    }

    @Test
    void anotherKeysetOpensNothing() throws GeneralSecurityException {
        byte[] sealed = seal.close(SealedColumn.PERSON_CIN, row, "U14233");
        Seal other = new Seal(TestKeys.keyset());
        assertThatIllegalStateException().isThrownBy(() -> other.open(SealedColumn.PERSON_CIN, row, sealed));
    }

    @Test
    void theBlindIndexTellsKindsAndKeysApart() {
        BlindIndex index = new BlindIndex(TestKeys.indexKey());
        assertThat(index.of(BlindIndex.Kind.CIN, "U14233"))
                .isEqualTo(index.of(BlindIndex.Kind.CIN, "U14233"))
                .isNotEqualTo(index.of(BlindIndex.Kind.IBAN, "U14233"))
                .isNotEqualTo(new BlindIndex(TestKeys.indexKey()).of(BlindIndex.Kind.CIN, "U14233"));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlindIndex("c2hvcnQ="));
    }
}
