package ma.riaya.welfare.programme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document that a family is told to bring. */
@Schema(
        description =
                "What a family is told to bring. No public source lists these documents; they are usual at sister foundations.")
public record RequiredDocument(
        @Schema(description = "As Riaya-Document-Kind names it.", examples = "MEDICAL_CERTIFICATE")
        String kind,

        @Schema(examples = "شهادة طبية حديثة في ظرف مغلق") String nameAr,

        @Schema(examples = "Certificat médical récent, sous pli fermé")
        String nameFr) {}
