package ma.riaya.beneficiary.person;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The account to pay a person into. */
record AccountView(
        @Schema(examples = "MA64011519000001205000534921") String iban,
        @Schema(examples = "Fatima Zahra AIT BENHADDOU") String holder) {}
