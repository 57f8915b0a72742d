package ma.riaya.beneficiary.intake;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.name.PersonName;
import ma.riaya.beneficiary.person.Announced;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Cin;
import ma.riaya.beneficiary.person.Identity;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.person.LinkKind;
import ma.riaya.beneficiary.person.Money;
import ma.riaya.beneficiary.person.Period;
import ma.riaya.beneficiary.person.RegistryRow;
import ma.riaya.beneficiary.person.Sex;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Makes a person of a row, or refuses the row by name; what is only doubtful becomes a warning. */
@Singleton
class RowReader {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/-]{0,39}");
    private static final Pattern MATRICULE = Pattern.compile("[0-9A-Za-z/-]{1,20}");
    private static final Pattern PROVINCE = Pattern.compile("MA-[A-Z]{3}");
    private static final Pattern HELD = Pattern.compile("([A-Za-z_]{1,40}):([^/:]*)/([^/:]*)(?::([A-Z][A-Z_]{1,39}))?");
    private static final Pattern PAID = Pattern.compile("([^/:]*)/([^/:]*):([^/:]*)");
    private static final Pattern LINKED = Pattern.compile("([A-Za-z_]{1,40}):([^:]{1,40}):([^/:]*)/([^/:]*)");
    private static final String FIELD_END = "\u001f";

    private final IdentityRules rules;
    private final BlindIndex index;

    RowReader(IdentityRules rules, BlindIndex index) {
        this.rules = rules;
        this.index = index;
    }

    /** A row as read, with what is doubtful about it. */
    record Read(RegistryRow row, List<Refusal> warnings) {}

    /** Throws the refusal of the row. */
    Read read(RawRow raw) {
        if (raw.fields().isEmpty()) {
            throw refused(new RowFault.ColumnCount(Column.values().length, raw.found()));
        }
        for (Column column : Column.values()) {
            String field = raw.field(column);
            if (field.length() > column.mostCharacters() || field.indexOf('\0') >= 0) {
                throw refused(new RowFault.FieldMalformed(column.header()));
            }
        }
        String reference = matching(raw, Column.REFERENCE, REFERENCE);
        if (raw.repeats() != null) {
            throw refused(new RowFault.ReferenceRepeated(raw.repeats()));
        }
        List<Refusal> warnings = new ArrayList<>();
        Optional<Rib> account = account(raw.field(Column.RIB), warnings);
        Optional<String> problem =
                account.isEmpty() ? warnings.stream().map(Refusal::code).findFirst() : Optional.empty();
        RegistryRow row = new RegistryRow(
                raw.line(),
                reference,
                index.of(BlindIndex.Kind.IMPORTED_LINE, digested(raw)),
                announced(raw),
                categories(raw.field(Column.CATEGORIES)),
                pensions(raw.field(Column.PENSIONS)),
                links(raw.field(Column.LINKS)),
                account,
                problem);
        row.demandApart();
        return new Read(row, List.copyOf(warnings));
    }

    private static String digested(RawRow raw) {
        return Stream.of(Column.values()).map(raw::field).collect(Collectors.joining(FIELD_END));
    }

    private Announced announced(RawRow raw) {
        Identity identity = rules.check(identity(raw));
        return new Announced(
                identity.matricule(),
                identity.cin(),
                identity.name().familyAr(),
                identity.name().givenAr(),
                identity.name().familyLatin(),
                identity.name().givenLatin(),
                identity.sex(),
                identity.birthDate(),
                identity.deathDate(),
                identity.province(),
                identity.office());
    }

    private Identity identity(RawRow raw) {
        PersonName name = new PersonName(
                name(raw, Column.FAMILY_NAME_AR),
                name(raw, Column.GIVEN_NAME_AR),
                name(raw, Column.FAMILY_NAME_LATIN),
                name(raw, Column.GIVEN_NAME_LATIN));
        return new Identity(
                optional(raw, Column.MATRICULE, MATRICULE),
                Cin.parse(raw.field(Column.CIN)),
                name,
                sex(raw),
                date(present(raw, Column.BIRTH_DATE), Column.BIRTH_DATE),
                optionalDate(raw.field(Column.DEATH_DATE), Column.DEATH_DATE),
                optional(raw, Column.PROVINCE, PROVINCE),
                raw.field(Column.OFFICE).isEmpty() ? null : raw.field(Column.OFFICE));
    }

    /** A wrong account does not keep the person out: the account alone is left out, and the doubt remembered. */
    private static Optional<Rib> account(String written, List<Refusal> warnings) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            Rib rib = Rib.parse(written);
            if (!rib.isOfAKnownBank()) {
                warnings.add(new RowFault.BankUnknown());
            }
            return Optional.of(rib);
        } catch (RefusedException wrong) {
            warnings.add(wrong.refusal());
            return Optional.empty();
        }
    }

    private static List<RegistryRow.HeldCategory> categories(String written) {
        List<RegistryRow.HeldCategory> held = new ArrayList<>();
        for (String part : parts(written)) {
            Matcher found = matched(HELD, part, Column.CATEGORIES);
            Category category = named(Category.values(), found.group(1))
                    .orElseThrow(() -> refused(new RowFault.CategoryUnknown(held.size() + 1)));
            held.add(new RegistryRow.HeldCategory(
                    category, period(found.group(2), found.group(3), Column.CATEGORIES), found.group(4)));
        }
        return held;
    }

    private static List<RegistryRow.HeldPension> pensions(String written) {
        List<RegistryRow.HeldPension> held = new ArrayList<>();
        for (String part : parts(written)) {
            Matcher found = matched(PAID, part, Column.PENSIONS);
            held.add(new RegistryRow.HeldPension(
                    period(found.group(1), found.group(2), Column.PENSIONS), Money.ofDirhams(found.group(3))));
        }
        return held;
    }

    private static List<RegistryRow.AnnouncedLink> links(String written) {
        List<RegistryRow.AnnouncedLink> links = new ArrayList<>();
        for (String part : parts(written)) {
            Matcher found = matched(LINKED, part, Column.LINKS);
            LinkKind kind = named(LinkKind.values(), found.group(1))
                    .orElseThrow(() -> refused(new RowFault.LinkKindUnknown(links.size() + 1)));
            links.add(new RegistryRow.AnnouncedLink(
                    kind, found.group(2), period(found.group(3), found.group(4), Column.LINKS)));
        }
        return links;
    }

    private static List<String> parts(String written) {
        return Stream.of(written.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Matcher matched(Pattern form, String part, Column column) {
        Matcher found = form.matcher(part);
        if (!found.matches()) {
            throw refused(new RowFault.FieldMalformed(column.header()));
        }
        return found;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static Period period(String from, String until, Column column) {
        return new Period(date(from, column), optionalDate(until, column));
    }

    private static @Nullable LocalDate optionalDate(String written, Column column) {
        return written.isEmpty() ? null : date(written, column);
    }

    private static LocalDate date(String written, Column column) {
        try {
            LocalDate date = LocalDate.parse(written.strip());
            if (Period.isInBounds(date)) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // Refused below, as a year out of all bounds is.
        }
        throw refused(new RowFault.DateUnreadable(column.header()));
    }

    private static Sex sex(RawRow raw) {
        return named(Sex.values(), present(raw, Column.SEX))
                .orElseThrow(() -> refused(new RowFault.FieldMalformed(Column.SEX.header())));
    }

    private static String name(RawRow raw, Column column) {
        return Normalizer.normalize(present(raw, column), Normalizer.Form.NFC).replaceAll("\\s+", " ");
    }

    private static String present(RawRow raw, Column column) {
        String field = raw.field(column);
        if (field.isEmpty()) {
            throw refused(new RowFault.FieldMissing(column.header()));
        }
        return field;
    }

    private static String matching(RawRow raw, Column column, Pattern form) {
        String field = present(raw, column);
        if (!form.matcher(field).matches()) {
            throw refused(new RowFault.FieldMalformed(column.header()));
        }
        return field;
    }

    private static @Nullable String optional(RawRow raw, Column column, Pattern form) {
        return raw.field(column).isEmpty() ? null : matching(raw, column, form);
    }

    private static RefusedException refused(Refusal fault) {
        return new RefusedException(fault);
    }
}
