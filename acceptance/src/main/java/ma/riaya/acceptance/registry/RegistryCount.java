package ma.riaya.acceptance.registry;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts in a written registry who is entitled to the Aïd grant as of a day, and who misses it by one thing.
 *
 * <p>It reads the file alone and shares nothing with what wrote it:
 * a widow with a pension of 2,000.00 MAD or less, or a retiree with 2,500.00 or less, alive, with a valid RIB.
 */
public final class RegistryCount {

    private static final Map<String, BigDecimal> CEILINGS =
            Map.of("WIDOWED_SPOUSE", new BigDecimal("2000.00"), "RETIRED", new BigDecimal("2500.00"));
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** The day of the campaign's first wave. */
    public static final LocalDate FIRST_WAVE = LocalDate.of(2025, 7, 1);

    /** The day of the campaign's second wave. */
    public static final LocalDate SECOND_WAVE = LocalDate.of(2025, 12, 1);

    /** The one thing that keeps somebody out who would be entitled otherwise. */
    public enum NearMiss {
        ONE_CENT_ABOVE,
        DEAD,
        REMARRIED,
        WITHOUT_ACCOUNT,
        WRONG_RIB
    }

    /** What was counted as of a day: references of the source, in order. */
    public record Wave(
            LocalDate asOf, Set<String> widows, Set<String> retirees, Map<NearMiss, Set<String>> nearMisses) {

        public boolean isEntitled(String reference) {
            return widows.contains(reference) || retirees.contains(reference);
        }

        public Set<String> missed(NearMiss kind) {
            return nearMisses.getOrDefault(kind, Set.of());
        }

        /** Entitled in all but an account to pay into. */
        public Set<String> unpayable() {
            Set<String> all = new TreeSet<>(missed(NearMiss.WITHOUT_ACCOUNT));
            all.addAll(missed(NearMiss.WRONG_RIB));
            return all;
        }

        /** This wave without those whom an earlier one has served already. */
        public Wave after(Wave earlier) {
            Map<NearMiss, Set<String>> others = new EnumMap<>(NearMiss.class);
            nearMisses.forEach((kind, references) -> others.put(kind, without(references, earlier)));
            return new Wave(asOf, without(widows, earlier), without(retirees, earlier), others);
        }

        private static Set<String> without(Set<String> references, Wave earlier) {
            Set<String> left = new TreeSet<>(references);
            left.removeIf(earlier::isEntitled);
            left.removeAll(earlier.unpayable());
            return left;
        }
    }

    /** The last amount up to the day, and whether it is still paid on it. */
    private record Pension(BigDecimal amount, boolean isPaid) {}

    private final LocalDate asOf;
    private final Wave wave;

    private RegistryCount(LocalDate asOf) {
        this.asOf = asOf;
        this.wave = new Wave(asOf, new TreeSet<>(), new TreeSet<>(), new EnumMap<>(NearMiss.class));
    }

    /** Counts the registry in {@code file} as of the day. */
    public static Wave of(Path file, LocalDate asOf) throws IOException {
        RegistryCount count = new RegistryCount(asOf);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                count.add(row);
            }
        }
        return count.wave;
    }

    private void add(NamedCsvRecord row) {
        Pension pension = lastPension(row.getField("pensions"));
        if (pension == null) {
            return;
        }
        for (String held : row.getField("categories").split(";", -1)) {
            String[] parts = held.split("[:/]", -1);
            BigDecimal ceiling = CEILINGS.get(parts[0]);
            if (ceiling != null && !LocalDate.parse(parts[1]).isAfter(asOf)) {
                add(row, parts, pension, ceiling);
            }
        }
    }

    /** Looks at one category held from before the day on: [category, from, until, reason]. */
    private void add(NamedCsvRecord row, String[] category, Pension pension, BigDecimal ceiling) {
        String reference = row.getField("reference");
        BigDecimal excess = pension.amount().subtract(ceiling);
        // Whoever is known dead is paid nothing, whatever the day of the list.
        boolean dead = !row.getField("death_date").isEmpty();
        boolean ended = isOnOrBefore(category[2]);
        String reason = category.length > 3 ? category[3] : "";
        String rib = row.getField("rib");
        boolean under = excess.signum() <= 0;
        if (excess.compareTo(CENT) == 0 && !dead && !ended && hasRightKey(rib)) {
            miss(NearMiss.ONE_CENT_ABOVE, reference);
        } else if (under && dead && (!ended || reason.equals("DIED")) && hasRightKey(rib)) {
            miss(NearMiss.DEAD, reference);
        } else if (under && !dead && ended && reason.equals("REMARRIED") && hasRightKey(rib)) {
            miss(NearMiss.REMARRIED, reference);
        } else if (under && !dead && !ended && !hasRightKey(rib)) {
            miss(rib.isEmpty() ? NearMiss.WITHOUT_ACCOUNT : NearMiss.WRONG_RIB, reference);
        } else if (under && !dead && !ended && pension.isPaid()) {
            (category[0].equals("RETIRED") ? wave.retirees() : wave.widows()).add(reference);
        }
    }

    private void miss(NearMiss kind, String reference) {
        wave.nearMisses().computeIfAbsent(kind, none -> new TreeSet<>()).add(reference);
    }

    private boolean isOnOrBefore(String day) {
        return !day.isEmpty() && !LocalDate.parse(day).isAfter(asOf);
    }

    /** The pension of the day, or the last one before it. */
    private @Nullable Pension lastPension(String pensions) {
        Pension last = null;
        LocalDate since = LocalDate.MIN;
        for (String period : pensions.isEmpty() ? new String[0] : pensions.split(";", -1)) {
            LocalDate from = LocalDate.parse(period.substring(0, period.indexOf('/')));
            if (!from.isAfter(asOf) && from.isAfter(since)) {
                since = from;
                String until = period.substring(period.indexOf('/') + 1, period.indexOf(':'));
                last = new Pension(new BigDecimal(period.substring(period.indexOf(':') + 1)), !isOnOrBefore(until));
            }
        }
        return last;
    }

    private static boolean hasRightKey(String rib) {
        return rib.matches("\\d{24}")
                && new BigInteger(rib).mod(BigInteger.valueOf(97)).signum() == 0;
    }
}
