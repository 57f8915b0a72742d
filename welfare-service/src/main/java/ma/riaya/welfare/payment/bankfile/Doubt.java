package ma.riaya.welfare.payment.bankfile;

/** Why a line cannot be taken for what it seems to say. */
public enum Doubt {
    /** It says debit and credit at once: by its indicators, its kind of transaction or a return that goes out. */
    DIRECTION,
    /** The amount of the entry is not that of its transactions together. */
    AMOUNTS,
    /** Money came in, and nothing says that it is a payment coming back. */
    CREDIT
}
