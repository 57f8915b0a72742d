package ma.riaya.welfare.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A campaign transfers to the account of the person selected, under that person's name. */
class CandidateAnswerTest {

    private static final UUID PERSON = UUID.randomUUID();

    @Test
    void theOwnAccountIsPaidTo() {
        assertThat(answer(PERSON).candidate().iban()).isEqualTo("MA64011519000001205000534921");
        assertThat(answer(null).candidate().iban()).isEqualTo("MA64011519000001205000534921");
    }

    @Test
    void theAccountOfAGuardianIsNot() {
        assertThat(answer(UUID.randomUUID()).candidate().iban()).isNull();
    }

    private static CandidateApi.CandidateAnswer answer(@Nullable UUID payee) {
        return new CandidateApi.CandidateAnswer(
                PERSON,
                "CMR-1",
                "آيت بن حدو أمين",
                "Amine AIT BENHADDOU",
                "ERR",
                "ORPHAN",
                LocalDate.parse("2019-02-03"),
                null,
                null,
                null,
                null,
                new CandidateApi.AccountOfCandidate("MA64011519000001205000534921", payee),
                null);
    }
}
