package ma.riaya.beneficiary.person;

import java.util.List;
import java.util.Locale;

/**
 * A value of a person that a source may announce, and whose word counts most.
 *
 * <p>The first source named is the owner; one further on fills the value where no stronger one has spoken.
 * What a person entered outranks them all.
 */
public enum Field {
    MATRICULE(Source.HR, Source.PENSION_FUND, Source.REGISTRY),
    CIN(Source.HR, Source.PENSION_FUND, Source.MUTUAL, Source.REGISTRY),
    FAMILY_NAME_AR(Source.HR, Source.PENSION_FUND, Source.MUTUAL, Source.REGISTRY),
    GIVEN_NAME_AR(Source.HR, Source.PENSION_FUND, Source.MUTUAL, Source.REGISTRY),
    FAMILY_NAME_LATIN(Source.HR, Source.PENSION_FUND, Source.MUTUAL, Source.REGISTRY),
    GIVEN_NAME_LATIN(Source.HR, Source.PENSION_FUND, Source.MUTUAL, Source.REGISTRY),
    SEX(Source.HR, Source.PENSION_FUND, Source.MUTUAL, Source.REGISTRY),
    BIRTH_DATE(Source.HR, Source.PENSION_FUND, Source.MUTUAL, Source.REGISTRY),
    DEATH_DATE(Source.PENSION_FUND, Source.HR, Source.MUTUAL, Source.REGISTRY),
    PROVINCE(Source.HR, Source.PENSION_FUND, Source.MUTUAL, Source.REGISTRY),
    OFFICE(Source.HR, Source.PENSION_FUND, Source.MUTUAL, Source.REGISTRY),
    ACCOUNT(Source.PENSION_FUND, Source.HR, Source.REGISTRY);

    private final List<Source> strongestFirst;

    Field(Source... strongestFirst) {
        this.strongestFirst = List.of(strongestFirst);
    }

    /** As the header of a file names it. */
    String column() {
        return this == ACCOUNT ? "rib" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether one source's word may take the place of what another said. */
    boolean mayReplace(Source standing, Source announcing) {
        int rank = strongestFirst.indexOf(announcing);
        int before = strongestFirst.indexOf(standing);
        return rank >= 0 && standing != Source.ENTRY && standing != Source.EVENT && (before < 0 || rank <= before);
    }
}
