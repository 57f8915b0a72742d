package ma.riaya.beneficiary.doubles;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a pair stands. */
@Schema(name = "DoubleState")
enum PairState {
    /** Somebody has to look. */
    OPEN,
    /** Two people; not raised again. */
    APART,
    /** One record, until it is taken apart. */
    MERGED
}
