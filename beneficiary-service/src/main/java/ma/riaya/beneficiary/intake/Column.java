package ma.riaya.beneficiary.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a registry file; the header names them in Arabic, French or English, in any order. */
enum Column {
    REFERENCE(40, "référence", "reference", "numéro de dossier", "المرجع", "رقم الملف"),
    MATRICULE(20, "matricule", "numéro professionnel", "رقم التأجير", "الرقم المهني"),
    CIN(
            40,
            "cin",
            "cnie",
            "numéro cin",
            "carte nationale",
            "identity card",
            "رقم البطاقة الوطنية",
            "البطاقة الوطنية",
            "رقم ب.و.ت"),
    FAMILY_NAME_AR(
            120,
            "family name ar",
            "nom arabe",
            "nom en arabe",
            "nom (arabe)",
            "الاسم العائلي",
            "الاسم العائلي بالعربية",
            "النسب"),
    GIVEN_NAME_AR(
            120,
            "given name ar",
            "prénom arabe",
            "prénom en arabe",
            "prénom (arabe)",
            "الاسم الشخصي",
            "الاسم الشخصي بالعربية"),
    FAMILY_NAME_LATIN(
            120,
            "family name latin",
            "family name",
            "nom",
            "nom de famille",
            "nom latin",
            "nom (latin)",
            "الاسم العائلي باللاتينية",
            "الاسم العائلي بالفرنسية"),
    GIVEN_NAME_LATIN(
            120,
            "given name latin",
            "given name",
            "prénom",
            "prénom latin",
            "prénom (latin)",
            "الاسم الشخصي باللاتينية",
            "الاسم الشخصي بالفرنسية"),
    SEX(12, "sex", "sexe", "genre", "gender", "الجنس"),
    BIRTH_DATE(
            30,
            "birth date",
            "date of birth",
            "date de naissance",
            "né le",
            "تاريخ الازدياد",
            "تاريخ الولادة",
            "تاريخ الميلاد"),
    DEATH_DATE(30, "death date", "date of death", "date de décès", "décédé le", "تاريخ الوفاة"),
    PROVINCE(6, "province", "code province", "العمالة أو الإقليم", "الإقليم", "رمز الإقليم"),
    OFFICE(3, "office", "service", "bureau", "code service", "المصلحة", "رمز المصلحة"),
    CATEGORIES(4_000, "categories", "catégories", "qualités", "الصفات", "الفئات"),
    PENSIONS(4_000, "pensions", "المعاشات"),
    RIB(80, "rib", "compte bancaire", "bank account", "رقم الحساب البنكي", "الحساب البنكي"),
    LINKS(8_000, "links", "liens", "liens familiaux", "الروابط", "الروابط العائلية"),
    /** The answer to a row that needed a look: NEW, or the reference of the person meant. */
    SAME_AS(40, "same as", "même personne", "نفس الشخص"),
    /** What the file of rows to correct carries; it is not read. */
    REASONS(Integer.MAX_VALUE, "reasons", "motifs", "الأسباب");

    private static final Pattern NOT_TELLING = Pattern.compile("[^\\p{L}\\p{Nd}]+|\\p{M}|\u0640");
    private static final Map<String, Column> BY_HEADER = new HashMap<>();

    static {
        for (Column column : values()) {
            Stream.concat(Stream.of(column.header()), Stream.of(column.synonyms))
                    .forEach(header -> BY_HEADER.put(telling(header), column));
        }
    }

    private final int mostCharacters;
    private final String[] synonyms;

    Column(int mostCharacters, String... synonyms) {
        this.mostCharacters = mostCharacters;
        this.synonyms = synonyms;
    }

    int mostCharacters() {
        return mostCharacters;
    }

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every header that names it, for the page that documents them. */
    Stream<String> synonyms() {
        return Stream.of(synonyms);
    }

    static Optional<Column> named(@Nullable String header) {
        return header == null ? Optional.empty() : Optional.ofNullable(BY_HEADER.get(telling(header)));
    }

    /** Letters and digits alone: capitals, accents, blanks, hyphens, underscores and the hamza of an alif tell nothing. */
    private static String telling(String header) {
        return NOT_TELLING
                .matcher(Normalizer.normalize(header, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ة', 'ه')
                .replace('ى', 'ي');
    }
}
