package ma.riaya.beneficiary.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Text with separators, as RFC 4180 has it. */
final class CsvTable implements Table {

    /** No row of the registry is as long; a quote left open must not read the rest of the file into memory. */
    private static final int LONGEST_ROW = 128 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private int row;
    private long line = 1;

    CsvTable(SeekableByteChannel bytes, Encoding encoding, Separator separator) throws BrokenAt {
        // The reader is not closed, since that would close the spool, which belongs to the request.
        records = CsvReader.builder()
                .fieldSeparator(separator.character())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(Channels.newReader(bytes, encoding.charset()))
                .iterator();
        header = read().map(fields -> fields.stream()
                        .map(name -> name.replace(BYTE_ORDER_MARK, "").strip())
                        .toList())
                .orElse(List.of());
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<RawRow> next() throws BrokenAt {
        Optional<List<String>> fields;
        long began;
        do {
            began = line;
            row++;
            fields = read();
            if (fields.filter(CsvTable::isBlank).isPresent()) {
                row--;
            }
        } while (fields.filter(CsvTable::isBlank).isPresent());
        long at = began;
        return fields.map(cells -> new RawRow(row, at, cells));
    }

    @Override
    public void close() {}

    private Optional<List<String>> read() throws BrokenAt {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            List<String> fields = record.getFields();
            line = record.getStartingLineNumber() + 1;
            for (String field : fields) {
                line += field.chars().filter(c -> c == '\n').count();
            }
            return Optional.of(fields);
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw new BrokenAt(row, line, malformed);
        }
    }

    private static boolean isBlank(List<String> fields) {
        return fields.size() == 1 && fields.getFirst().isBlank();
    }
}
