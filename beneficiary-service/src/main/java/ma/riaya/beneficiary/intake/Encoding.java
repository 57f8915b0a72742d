package ma.riaya.beneficiary.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a text was written. */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS_1256(Charset.forName("windows-1256"));

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }
}
