package ma.riaya.acceptance.bank;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the bank decided on one payment file: everything that its answers tell. */
record Outcome(
        String file,
        String sha256,
        Instant at,
        PaymentOrder order,
        Optional<String> refusedWhole,
        List<Decided> lines) {

    /** A line with what became of it; a return only ever follows a credit. */
    record Decided(
            PaymentOrder.Group group, PaymentOrder.Line line, Optional<String> refusal, Optional<String> comeback) {

        boolean isCredited() {
            return refusal.isEmpty();
        }
    }

    static Outcome of(String file, String sha256, Instant at, PaymentOrder order, Fate fate) {
        Optional<String> whole = Optional.ofNullable(order.reasonToRefuse());
        List<Decided> lines = order.groups().stream()
                .flatMap(group -> group.lines().stream().map(line -> decided(group, line, whole, fate)))
                .toList();
        return new Outcome(file, sha256, at, order, whole, lines);
    }

    private static Decided decided(
            PaymentOrder.Group group, PaymentOrder.Line line, Optional<String> whole, Fate fate) {
        Optional<String> refusal = whole.or(() -> fate.refusal(line));
        return new Decided(group, line, refusal, refusal.isPresent() ? Optional.empty() : fate.comeback(line));
    }

    List<Decided> credited() {
        return lines.stream().filter(Decided::isCredited).toList();
    }

    List<Decided> returned() {
        return lines.stream().filter(line -> line.comeback().isPresent()).toList();
    }

    static BigDecimal sum(List<Decided> lines) {
        return lines.stream().map(decided -> decided.line().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
