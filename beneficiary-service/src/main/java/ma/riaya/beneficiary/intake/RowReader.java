package ma.riaya.beneficiary.intake;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.name.NamePart;
import ma.riaya.beneficiary.person.Announced;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Cin;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.person.LinkKind;
import ma.riaya.beneficiary.person.Money;
import ma.riaya.beneficiary.person.Period;
import ma.riaya.beneficiary.person.RegistryRow;
import ma.riaya.beneficiary.person.Sex;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.kit.problem.Refusal;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.text.Characters;
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
    /** What a reader of bytes puts where it lost a letter. */
    private static final char LOST = '\uFFFD';

    private static final Pattern PARTS = Pattern.compile("[;|]");

    private static final Map<Column, NamePart> NAMES = Map.of(
            Column.FAMILY_NAME_AR, NamePart.FAMILY_AR,
            Column.GIVEN_NAME_AR, NamePart.GIVEN_AR,
            Column.FAMILY_NAME_LATIN, NamePart.FAMILY_LATIN,
            Column.GIVEN_NAME_LATIN, NamePart.GIVEN_LATIN);

    private final IdentityRules rules;
    private final BlindIndex index;

    RowReader(IdentityRules rules, BlindIndex index) {
        this.rules = rules;
        this.index = index;
    }

    /** A row as read, with what is doubtful about it. */
    record Read(RegistryRow row, List<Refusal> warnings) {}

    /** Throws the refusal of the row. */
    Read read(RowCells cells, Source source) {
        if (!cells.isWhole()) {
            throw refused(new RowFault.ColumnCount(
                    cells.places().size(), cells.raw().cells().size()));
        }
        for (Column column : cells.places().keySet()) {
            if (column != Column.REASONS) {
                demandText(cells.field(column), column);
            }
        }
        String reference = matching(cells, Column.REFERENCE, REFERENCE);
        List<Refusal> warnings = new ArrayList<>();
        Optional<Rib> account = account(WesternDigits.of(cells.field(Column.RIB)), warnings);
        Optional<String> problem =
                account.isEmpty() ? warnings.stream().map(Refusal::code).findFirst() : Optional.empty();
        RegistryRow row = new RegistryRow(
                cells.raw().line(),
                reference,
                index.of(BlindIndex.Kind.IMPORTED_LINE, digested(cells)),
                announced(cells),
                cells.has(Column.CATEGORIES) ? categories(coded(cells, Column.CATEGORIES), source) : null,
                cells.has(Column.PENSIONS) ? pensions(coded(cells, Column.PENSIONS)) : null,
                cells.has(Column.LINKS) ? links(coded(cells, Column.LINKS)) : null,
                account,
                problem,
                Optional.ofNullable(optional(cells, Column.SAME_AS, REFERENCE)));
        row.demandApart();
        return new Read(row, List.copyOf(warnings));
    }

    /** A name says itself which character it cannot have. */
    private static void demandText(String field, Column column) {
        if (field.length() > column.mostCharacters() || field.indexOf(LOST) >= 0) {
            throw refused(new RowFault.FieldMalformed(column.header()));
        }
        if (!NAMES.containsKey(column)) {
            Characters.refusedIn(field, Characters.Lines.SEVERAL).ifPresent(found -> {
                throw refused(new RowFault.CharacterRefused(column.header(), found.code(), found.position()));
            });
        }
    }

    /** What the row says; the reasons that it was sent back with, and how someone resolved a look, are not part of it. */
    private static String digested(RowCells cells) {
        return Stream.of(Column.values())
                .filter(column -> column != Column.REASONS && column != Column.SAME_AS)
                .map(cells::field)
                .collect(Collectors.joining(FIELD_END));
    }

    private Announced announced(RowCells cells) {
        Announced announced = new Announced(
                optional(cells, Column.MATRICULE, MATRICULE),
                Cin.parse(cells.field(Column.CIN)),
                name(cells, Column.FAMILY_NAME_AR),
                name(cells, Column.GIVEN_NAME_AR),
                name(cells, Column.FAMILY_NAME_LATIN),
                name(cells, Column.GIVEN_NAME_LATIN),
                sex(cells),
                optionalDate(coded(cells, Column.BIRTH_DATE), Column.BIRTH_DATE),
                optionalDate(coded(cells, Column.DEATH_DATE), Column.DEATH_DATE),
                optional(cells, Column.PROVINCE, PROVINCE),
                cells.field(Column.OFFICE).isEmpty() ? null : cells.field(Column.OFFICE));
        rules.check(announced);
        return announced;
    }

    /** A field of numbers, dates and codes, in Western digits. */
    private static String coded(RowCells cells, Column column) {
        return WesternDigits.of(cells.field(column));
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

    private static List<RegistryRow.HeldCategory> categories(String written, Source source) {
        List<RegistryRow.HeldCategory> held = new ArrayList<>();
        for (String part : parts(written)) {
            Matcher found = matched(HELD, part, Column.CATEGORIES);
            Category category = named(Category.values(), found.group(1))
                    .orElseThrow(() -> refused(new RowFault.CategoryUnknown(held.size() + 1)));
            if (!category.isAnnouncedBy(source)) {
                throw refused(new RowFault.CategoryOfAnother(category, source));
            }
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
                    period(found.group(1), found.group(2), Column.PENSIONS),
                    Money.ofDirhams(found.group(3).replace(',', '.'))));
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
        return Stream.of(PARTS.split(written))
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
        return WrittenDate.read(written).orElseThrow(() -> refused(new RowFault.DateUnreadable(column.header())));
    }

    private static @Nullable Sex sex(RowCells cells) {
        String written = cells.field(Column.SEX);
        if (written.isEmpty()) {
            return null;
        }
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "f", "femme", "féminin", "female", "أنثى", "انثى" -> Sex.F;
            case "m", "h", "homme", "masculin", "male", "ذكر" -> Sex.M;
            default -> throw refused(new RowFault.FieldMalformed(Column.SEX.header()));
        };
    }

    private static @Nullable String name(RowCells cells, Column column) {
        String field = cells.field(column);
        return field.isEmpty()
                ? null
                : Objects.requireNonNull(NAMES.get(column)).taken(field);
    }

    private static String matching(RowCells cells, Column column, Pattern form) {
        String field = WesternDigits.of(cells.field(column));
        if (field.isEmpty()) {
            throw refused(new RowFault.FieldMissing(column.header()));
        }
        if (!form.matcher(field).matches()) {
            throw refused(new RowFault.FieldMalformed(column.header()));
        }
        return field;
    }

    private static @Nullable String optional(RowCells cells, Column column, Pattern form) {
        return cells.field(column).isEmpty() ? null : matching(cells, column, form);
    }

    private static RefusedException refused(Refusal fault) {
        return new RefusedException(fault);
    }
}
