package ma.riaya.beneficiary.name;

/** The least that it costs to turn the sounds of one word into those of another; two neighbours exchanged are a slip of the finger. */
final class Alignment {

    private static final double SLIP = 0.4;

    private Alignment() {}

    /** Where it is sure to cost more than {@code most}, how much more is not worked out. */
    static double cost(String one, String other, Costs costs, double most) {
        int width = other.length() + 1;
        double[] before = new double[width];
        double[] above = new double[width];
        double[] row = new double[width];
        double[] lacked = new double[width];
        for (int j = 1; j < width; j++) {
            lacked[j] = costs.missing(other, j - 1);
            above[j] = above[j - 1] + lacked[j];
        }
        double leastBefore = 0;
        for (int i = 1; i <= one.length(); i++) {
            char mine = one.charAt(i - 1);
            double missing = costs.missing(one, i - 1);
            row[0] = above[0] + missing;
            double leastOfRow = row[0];
            for (int j = 1; j < width; j++) {
                char theirs = other.charAt(j - 1);
                double least = above[j - 1] + costs.exchange(mine, theirs);
                least = Math.min(least, above[j] + missing);
                least = Math.min(least, row[j - 1] + lacked[j]);
                if (i > 1 && j > 1) {
                    double crossed =
                            costs.exchange(mine, other.charAt(j - 2)) + costs.exchange(one.charAt(i - 2), theirs);
                    least = crossed < SLIP ? Math.min(least, before[j - 2] + SLIP + crossed) : least;
                }
                row[j] = least;
                leastOfRow = Math.min(leastOfRow, least);
            }
            // Two neighbours exchanged reach back two rows.
            if (leastOfRow > most && leastBefore > most) {
                return leastOfRow;
            }
            leastBefore = leastOfRow;
            double[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[width - 1];
    }
}
