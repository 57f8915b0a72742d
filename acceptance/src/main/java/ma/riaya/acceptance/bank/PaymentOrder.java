package ma.riaya.acceptance.bank;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bank reads in a pain.001: who orders, what is declared in the headers, and the lines. */
record PaymentOrder(String messageId, Declared declared, List<Group> groups) {

    static final String MESSAGE = "pain.001.001.09";

    /** Number and sum as a header states them; a payment group may leave them out. */
    record Declared(@Nullable String count, @Nullable String sum) {

        /** What is wrong with these figures beside the lines, as a reason of ISO 20022; null where they agree. */
        @Nullable
        String quarrelWith(List<Line> lines) {
            if (count != null && !count.equals(String.valueOf(lines.size()))) {
                return "AM18";
            }
            BigDecimal total = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum != null && new BigDecimal(sum).compareTo(total) != 0 ? "AM10" : null;
        }
    }

    record Group(String id, String debtorIban, Declared declared, List<Line> lines) {}

    record Line(
            String instructionId,
            String endToEndId,
            BigDecimal amount,
            String currency,
            String creditorName,
            String creditorIban) {}

    List<Line> lines() {
        return groups.stream().flatMap(group -> group.lines().stream()).toList();
    }

    /** Why the whole file is refused: a header that does not agree with the lines; null where all agree. */
    @Nullable
    String reasonToRefuse() {
        if (declared.count() == null || lines().isEmpty()) {
            return "AM18";
        }
        String quarrel = declared.quarrelWith(lines());
        for (Group group : groups) {
            quarrel = quarrel == null ? group.declared().quarrelWith(group.lines()) : quarrel;
        }
        return quarrel;
    }
}
