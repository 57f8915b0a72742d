package ma.riaya.welfare.campaign;

/** What a wave says of a person whom it looked at. */
enum LineVerdict {
    /** Entitled, and paid to an account. */
    TRANSFER,
    /** Entitled, and given a voucher for want of an account. */
    VOUCHER,
    /** Looked at, and not selected. */
    NEAR_MISS
}
