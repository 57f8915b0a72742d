package ma.riaya.welfare.aidrequest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.text.Characters;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What a document is, said in headers and never in the address, which is written into logs: a name may tell of an illness.
 *
 * <p>The bytes are the body as they are, so no part of them is ever laid on a disk before it is encrypted, as a form's would be.
 */
record DocumentHeaders(
        @HeaderParam("Riaya-Document-Kind")
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z_]{2,39}")
        @Parameter(description = "What it proves.", example = "MEDICAL_CERTIFICATE")
        String kind,

        @HeaderParam("Content-Disposition")
        @NotNull
        @Size(max = 1200)
        @Parameter(
                description =
                        "Name of the file, 120 characters at most, as RFC 6266 writes it: filename*=UTF-8''… for other letters than ASCII.",
                example = "attachment; filename*=UTF-8''certificat%20m%C3%A9dical.pdf")
        String disposition) {

    private static final int MOST_CHARACTERS = 120;
    private static final java.util.regex.Pattern EXTENDED =
            java.util.regex.Pattern.compile("(?i);\\s*filename\\*\\s*=\\s*UTF-8'[a-z-]*'([^;\\s]+)");
    private static final java.util.regex.Pattern PLAIN = java.util.regex.Pattern.compile(
            "(?i);\\s*filename\\s*=\\s*(?:\"([\\x20-\\x7e&&[^\"\\\\]]+)\"|([\\x21-\\x7e&&[^\";\\\\]]+))");
    private static final java.util.regex.Pattern NAME =
            java.util.regex.Pattern.compile("[^/\\\\]{1," + MOST_CHARACTERS + "}");

    /** The name of the file; refused as document-name-malformed. */
    String name() {
        Matcher extended = EXTENDED.matcher(disposition);
        Matcher plain = PLAIN.matcher(disposition);
        String name;
        if (extended.find()) {
            name = decoded(extended.group(1));
        } else if (plain.find()) {
            name = plain.group(1) == null ? plain.group(2) : plain.group(1);
        } else {
            throw malformed();
        }
        boolean isText = Characters.refusedIn(name, Characters.Lines.ONE).isEmpty() && !Characters.isInvisible(name);
        if (!NAME.matcher(name).matches() || !isText) {
            throw malformed();
        }
        return name;
    }

    private static String decoded(String percent) {
        byte[] bytes = new byte[percent.length()];
        int length = 0;
        for (int i = 0; i < percent.length(); i++) {
            char one = percent.charAt(i);
            if (one == '%') {
                bytes[length++] = (byte) hex(percent, i + 1);
                i += 2;
            } else if (one < 0x7f) {
                bytes[length++] = (byte) one;
            } else {
                throw malformed();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed();
        }
    }

    private static int hex(String text, int from) {
        if (from + 2 > text.length()
                || !HexFormat.isHexDigit(text.charAt(from))
                || !HexFormat.isHexDigit(text.charAt(from + 1))) {
            throw malformed();
        }
        return HexFormat.fromHexDigits(text, from, from + 2);
    }

    private static RefusedException malformed() {
        return new RefusedException(new CannotKeep.DocumentNameMalformed(MOST_CHARACTERS));
    }
}
