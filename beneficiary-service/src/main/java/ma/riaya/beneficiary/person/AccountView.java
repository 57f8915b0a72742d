package ma.riaya.beneficiary.person;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The account to pay a person into. */
record AccountView(
        @Schema(examples = "MA64011519000001205000534921") String iban,
        @Schema(examples = "Fatima Zahra AIT BENHADDOU") String holder,

        @Schema(description = "Whose account it is: the person, or who is paid in their place.")
        UUID payeeId) {}
