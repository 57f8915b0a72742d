package ma.riaya.beneficiary.intake;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param row its number, the header not counted
 * @param line where it begins; the header is line 1
 * @param cells its fields, as sent
 */
record RawRow(int row, long line, List<String> cells) {}
