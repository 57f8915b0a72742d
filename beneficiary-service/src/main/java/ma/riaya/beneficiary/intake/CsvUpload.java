package ma.riaya.beneficiary.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.channels.SeekableByteChannel;

/** A file as received: its bytes in a spool without a name, which ends with the request; its hash stands for it. */
record CsvUpload(@JsonIgnore SeekableByteChannel spool, long bytes, String sha256) {}
