package ma.riaya.beneficiary.intake;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Streams a file to a spool and hashes it on the way, so that no file stands whole in memory.
 *
 * <p>The spool is removed from its folder as soon as it is open: it carries numbers of identity, and must not outlive a crash.
 */
@Provider
@Consumes({Upload.CSV, Upload.XLSX})
public class UploadReader implements MessageBodyReader<Upload> {

    private static final int BUFFER = 64 * 1024;

    private final CurrentVertxRequest request;

    UploadReader(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Upload.class;
    }

    @Override
    public Upload readFrom(
            Class<Upload> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        Path named = Files.createTempFile("import", null);
        FileChannel spool = FileChannel.open(
                named, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        Files.deleteIfExists(named);
        request.getCurrent().addEndHandler(ended -> close(spool));
        MessageDigest digest = sha256();
        DigestInputStream hashed = new DigestInputStream(body, digest);
        byte[] buffer = new byte[BUFFER];
        for (int read = hashed.read(buffer); read >= 0; read = hashed.read(buffer)) {
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                spool.write(bytes);
            }
        }
        Upload.Format format = media.getSubtype().equals("csv") ? Upload.Format.CSV : Upload.Format.XLSX;
        return new Upload(spool, format, spool.size(), HexFormat.of().formatHex(digest.digest()));
    }

    private static void close(FileChannel spool) {
        try {
            spool.close();
        } catch (IOException ignored) {
            // The spool has no name any more; the system takes it back with the process at the latest.
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
