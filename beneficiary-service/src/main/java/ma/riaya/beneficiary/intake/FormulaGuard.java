package ma.riaya.beneficiary.intake;

/** Keeps a cell from being a formula: a sheet would run what someone wrote into a name. */
final class FormulaGuard {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private FormulaGuard() {}

    /** The cell as it may be written. */
    static String written(String cell) {
        return isFormula(cell, 0) ? "'" + cell : cell;
    }

    /** The cell as it was before it was written so. */
    static String taken(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && isFormula(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String cell, int at) {
        return cell.length() > at && BEGINS_A_FORMULA.indexOf(cell.charAt(at)) >= 0;
    }
}
