package ma.riaya.welfare.aidrequest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is listed of a document; its bytes are read apart. */
record DocumentView(
        UUID id,
        @Schema(examples = "MEDICAL_CERTIFICATE") String kind,
        @Schema(examples = "certificat.pdf") String name,

        @Schema(description = "Found in the bytes.", examples = "application/pdf")
        String mediaType,

        @Schema(description = "Bytes.") int size,

        @Schema(description = "SHA-256 of the bytes, in hexadecimal.")
        String sha256,

        Instant addedAt) {}
