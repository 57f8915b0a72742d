package ma.riaya.beneficiary.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a registry file; the header names them, in any order. */
enum Column {
    REFERENCE(40),
    MATRICULE(20),
    CIN(40),
    FAMILY_NAME_AR(120),
    GIVEN_NAME_AR(120),
    FAMILY_NAME_LATIN(120),
    GIVEN_NAME_LATIN(120),
    SEX(1),
    BIRTH_DATE(10),
    DEATH_DATE(10),
    PROVINCE(6),
    OFFICE(3),
    CATEGORIES(4_000),
    PENSIONS(4_000),
    RIB(80),
    LINKS(8_000);

    private final int mostCharacters;

    Column(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    int mostCharacters() {
        return mostCharacters;
    }

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> named(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header().equals(header.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
