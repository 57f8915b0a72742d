package ma.riaya.beneficiary.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.riaya.kit.problem.RefusedException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook, row by row; its cells as text, its dates as ISO. */
final class SheetTable implements Table {

    /** Of a format's text, what shows a day; the literals in quotes and brackets show none. */
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private static final Pattern DAY = Pattern.compile(".*[dDyY].*");
    private static final int MOST_COLUMNS = 64;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;
    private int row;
    private long line = 1;

    SheetTable(SeekableByteChannel bytes) throws IOException, BrokenAt {
        boolean styled = WorkbookGuard.demandHarmless(bytes);
        bytes.position(0);
        try {
            workbook = new ReadableWorkbook(Channels.newInputStream(bytes), new ReadingOptions(styled, true));
            stream = workbook.getFirstSheet().openStream();
        } catch (IOException | ExcelReaderException | IllegalArgumentException notOurs) {
            throw new RefusedException(new CannotImport.NotAWorkbook());
        }
        rows = stream.iterator();
        header = read().map(RawRow::cells).orElse(List.of());
        row = 0;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<RawRow> next() throws BrokenAt {
        return read();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private Optional<RawRow> read() throws BrokenAt {
        try {
            while (rows.hasNext()) {
                Row next = rows.next();
                line = next.getRowNum();
                List<String> cells = cells(next);
                if (!cells.stream().allMatch(String::isBlank)) {
                    row++;
                    return Optional.of(new RawRow(row, line, cells));
                }
            }
            return Optional.empty();
        } catch (ExcelReaderException
                | IllegalStateException
                | IllegalArgumentException
                | IndexOutOfBoundsException broken) {
            throw new BrokenAt(row + 1, line + 1, broken);
        }
    }

    /** As many as the header has: a sheet leaves out the empty ones at the end. */
    private List<String> cells(Row read) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(read.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(text(read.getOptionalCell(i).orElse(null)));
        }
        boolean isHeader = header == null;
        while (!cells.isEmpty() && cells.getLast().isBlank() && (isHeader || cells.size() > header.size())) {
            cells.removeLast();
        }
        while (!isHeader && cells.size() < header.size()) {
            cells.add("");
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER || cell.getValue() instanceof BigDecimal) {
            return isDate(cell)
                    ? day(cell)
                    : new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
        }
        return cell.getText();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && DAY.matcher(LITERALS.matcher(format).replaceAll("")).matches()
                && !format.equalsIgnoreCase("general");
    }

    /** A day with an hour is none of ours, and is left as it is to be refused. */
    private static String day(Cell cell) {
        var instant = cell.asDate();
        return instant.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? instant.toLocalDate().toString()
                : instant.toString();
    }
}
