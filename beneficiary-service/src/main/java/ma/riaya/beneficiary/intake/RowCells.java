package ma.riaya.beneficiary.intake;

import java.util.List;
import java.util.Map;

/** The fields of a row by their columns. */
record RowCells(RawRow raw, Map<Column, Integer> places) {

    boolean isWhole() {
        return raw.cells().size() == places.size();
    }

    /** Whether the file has the column at all; an empty field of a column that it has may say something. */
    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** The field without blanks at its ends and without the apostrophe that keeps a sheet from reading it as a formula. */
    String field(Column column) {
        Integer place = places.get(column);
        List<String> cells = raw.cells();
        return place == null || place >= cells.size()
                ? ""
                : FormulaGuard.taken(cells.get(place)).strip();
    }
}
