package ma.riaya.beneficiary.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.channels.SeekableByteChannel;

/** A file as received: its bytes in a spool without a name, which ends with the request; its hash stands for it. */
record Upload(@JsonIgnore SeekableByteChannel spool, Format format, long bytes, String sha256) {

    enum Format {
        CSV,
        XLSX
    }

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
