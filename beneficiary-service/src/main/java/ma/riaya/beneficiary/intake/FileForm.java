package ma.riaya.beneficiary.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a file is written; a workbook says so itself. */
record FileForm(@Nullable Encoding encoding, @Nullable Separator separator, List<String> header) {}
