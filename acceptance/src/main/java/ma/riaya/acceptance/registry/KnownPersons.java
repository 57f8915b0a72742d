package ma.riaya.acceptance.registry;

/** The people whom the stories and the demonstration's users know: their references in the source, and what is held. */
public final class KnownPersons {

    /** The widow in Errachidia who asks for help; entitled to the Aïd grant as well. */
    public static final String FATIMA_ZAHRA = "CMR-000001";

    public static final String FATIMA_ZAHRA_FAMILY_NAME_AR = "آيت بن حدو";
    public static final String FATIMA_ZAHRA_GIVEN_NAME_AR = "فاطمة الزهراء";
    public static final String FATIMA_ZAHRA_FAMILY_NAME_LATIN = "AIT BENHADDOU";
    public static final String FATIMA_ZAHRA_GIVEN_NAME_LATIN = "Fatima Zahra";

    /** How her name is given at the counter: another spelling than the recorded one. */
    public static final String FATIMA_ZAHRA_AS_HEARD = "Fatimazahra Ait Ben Haddou";

    /** The same in Arabic, written without hamza and madda. */
    public static final String FATIMA_ZAHRA_AS_WRITTEN = "فاطمة الزهراء ايت بن حدو";

    /** Her husband, an officer who died in retirement. */
    public static final String FATIMA_ZAHRAS_HUSBAND = "CMR-000002";

    /** The widow behind the demonstration's user {@code mina}: Rabat, her husband fell on duty, two children. */
    public static final String MINA = "CMR-000004";

    /** The number of her identity card. */
    public static final String MINA_CIN = "A14240";

    /** Mina's husband, fallen on duty. */
    public static final String MINAS_HUSBAND = "CMR-000005";

    /** Mina's daughter, a student, of age. */
    public static final String MINAS_DAUGHTER = "CMR-000006";

    /** Mina's son, an orphan at school. */
    public static final String MINAS_SON = "CMR-000007";

    /** The mother of Mina's husband: a parent of an officer fallen on duty. */
    public static final String MINAS_MOTHER_IN_LAW = "CMR-000008";

    private KnownPersons() {}
}
