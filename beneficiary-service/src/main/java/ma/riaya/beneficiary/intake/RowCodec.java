package ma.riaya.beneficiary.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows as bytes, while they wait or are kept: short, and read without building anything else. */
final class RowCodec {

    private RowCodec() {}

    static byte[] encode(List<RawRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(rows.size());
            for (RawRow row : rows) {
                out.writeInt(row.row());
                out.writeLong(row.line());
                out.writeInt(row.cells().size());
                for (String cell : row.cells()) {
                    byte[] text = cell.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<RawRow> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<RawRow> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int row = in.readInt();
                long line = in.readLong();
                int fields = in.readInt();
                List<String> cells = new ArrayList<>(fields);
                for (int field = 0; field < fields; field++) {
                    cells.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
                }
                rows.add(new RawRow(row, line, cells));
            }
            return rows;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
