package ma.riaya.welfare.aidrequest;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The forms of document that are kept, each known by its first bytes and never by a name. */
enum DocumentForm {
    PDF("application/pdf", "255044462d"),
    JPEG("image/jpeg", "ffd8ff"),
    PNG("image/png", "89504e470d0a1a0a");

    private final String mediaType;
    private final byte[] begins;

    DocumentForm(String mediaType, String begins) {
        this.mediaType = mediaType;
        this.begins = HexFormat.of().parseHex(begins);
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<DocumentForm> of(byte[] content) {
        return Arrays.stream(values())
                .filter(form -> content.length >= form.begins.length
                        && Arrays.equals(content, 0, form.begins.length, form.begins, 0, form.begins.length))
                .findFirst();
    }
}
