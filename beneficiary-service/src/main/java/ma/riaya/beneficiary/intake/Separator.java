package ma.riaya.beneficiary.intake;

import java.util.Arrays;
import java.util.Comparator;

/** What stands between the fields of a line. */
enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /** The one that stands most often in the header outside quotes; a comma where none does. */
    static Separator of(String header) {
        return Arrays.stream(values())
                .max(Comparator.comparingLong((Separator one) -> one.countIn(header))
                        .thenComparing(Comparator.<Separator>naturalOrder().reversed()))
                .orElse(COMMA);
    }

    private long countIn(String header) {
        boolean quoted = false;
        long count = 0;
        for (char c : header.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == character && !quoted) {
                count++;
            }
        }
        return count;
    }
}
