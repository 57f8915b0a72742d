package ma.riaya.office.territory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the 12 regions. */
record RegionView(
        @Schema(examples = "08") String code,
        @Schema(examples = "درعة تافيلالت") String nameAr,
        @Schema(examples = "Drâa-Tafilalet") String nameFr) {}
