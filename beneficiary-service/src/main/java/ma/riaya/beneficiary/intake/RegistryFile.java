package ma.riaya.beneficiary.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ma.riaya.kit.problem.RefusedException;

/** Reads a registry file from end to end; refused as a whole where it is not UTF-8, not CSV, or lacks a column. */
final class RegistryFile {

    private static final int BUFFER = 64 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final SeekableByteChannel bytes;

    RegistryFile(SeekableByteChannel bytes) {
        this.bytes = bytes;
    }

    /** Hands over the rows in parts of at most {@code rowsEach}; answers how many rows there were. */
    int read(int rowsEach, Consumer<List<RawRow>> part) throws IOException {
        demandUtf8();
        bytes.position(0);
        // The reader is not closed, since that would close the spool, which belongs to the request.
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(Channels.newReader(bytes, StandardCharsets.UTF_8));
        long line = 1;
        try {
            Iterator<CsvRecord> records = csv.iterator();
            Map<Column, Integer> places =
                    places(records.hasNext() ? records.next().getFields() : List.of());
            Map<String, Long> firstLines = new HashMap<>();
            List<RawRow> rows = new ArrayList<>(rowsEach);
            int count = 0;
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                rows.add(row(record, places, firstLines));
                count++;
                if (rows.size() == rowsEach) {
                    part.accept(List.copyOf(rows));
                    rows.clear();
                }
            }
            if (!rows.isEmpty()) {
                part.accept(List.copyOf(rows));
            }
            return count;
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw new RefusedException(new CannotImport.NotCsv(line + 1));
        }
    }

    private static RawRow row(CsvRecord record, Map<Column, Integer> places, Map<String, Long> firstLines) {
        long line = record.getStartingLineNumber();
        int found = record.getFieldCount();
        if (found != places.size()) {
            return new RawRow(line, null, found, Map.of());
        }
        Map<Column, String> fields = new EnumMap<>(Column.class);
        places.forEach(
                (column, place) -> fields.put(column, record.getField(place).strip()));
        Long first = firstLines.putIfAbsent(fields.getOrDefault(Column.REFERENCE, ""), line);
        return new RawRow(line, first, found, fields);
    }

    private static Map<Column, Integer> places(List<String> header) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        int unknown = 0;
        for (int i = 0; i < header.size(); i++) {
            String name = i == 0 ? header.get(i).replace(BYTE_ORDER_MARK, "") : header.get(i);
            int place = i;
            boolean taken = Column.named(name)
                    .map(column -> places.putIfAbsent(column, place) == null)
                    .orElse(false);
            unknown += taken ? 0 : 1;
        }
        if (places.size() < Column.values().length) {
            throw new RefusedException(new CannotImport.ColumnsMissing(Arrays.stream(Column.values())
                    .filter(column -> !places.containsKey(column))
                    .map(Column::header)
                    .collect(Collectors.joining(", "))));
        }
        if (unknown > 0) {
            throw new RefusedException(new CannotImport.ColumnsUnknown(unknown));
        }
        return places;
    }

    /** The whole file first, since a row in another encoding must not be found after others were written. */
    private void demandUtf8() throws IOException {
        bytes.position(0);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.allocate(BUFFER);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        long line = 1;
        boolean end = false;
        while (!end) {
            end = bytes.read(in) < 0;
            in.flip();
            CoderResult result = decoder.decode(in, out, end);
            out.flip();
            line += out.chars().filter(letter -> letter == '\n').count();
            out.clear();
            in.compact();
            if (result.isError()) {
                throw new RefusedException(new CannotImport.NotUtf8(line));
            }
        }
    }
}
