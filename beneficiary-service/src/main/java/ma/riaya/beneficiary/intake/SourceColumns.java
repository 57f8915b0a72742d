package ma.riaya.beneficiary.intake;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.kit.problem.RefusedException;

/** Which columns a file of each source has: none may carry what another source alone can know. */
final class SourceColumns {

    private static final Set<Column> IDENTITY = EnumSet.of(
            Column.REFERENCE,
            Column.MATRICULE,
            Column.CIN,
            Column.FAMILY_NAME_AR,
            Column.GIVEN_NAME_AR,
            Column.FAMILY_NAME_LATIN,
            Column.GIVEN_NAME_LATIN,
            Column.SEX,
            Column.BIRTH_DATE,
            Column.DEATH_DATE,
            Column.PROVINCE,
            Column.OFFICE,
            Column.CATEGORIES,
            Column.SAME_AS,
            Column.REASONS);

    private static final Set<Column> OF_THE_REGISTRY = EnumSet.complementOf(EnumSet.of(Column.SAME_AS, Column.REASONS));

    private SourceColumns() {}

    static Set<Column> allowed(Source source) {
        return switch (source) {
            case HR -> with(Column.RIB, Column.LINKS);
            case PENSION_FUND -> with(Column.PENSIONS, Column.RIB);
            case MUTUAL -> with(Column.LINKS);
            case REGISTRY, ENTRY, EVENT -> EnumSet.allOf(Column.class);
        };
    }

    static Set<Column> required(Source source) {
        return source == Source.REGISTRY ? OF_THE_REGISTRY : EnumSet.of(Column.REFERENCE);
    }

    /** Where each column stands; refused whole where one is missing, unknown, repeated, or not the source's to tell. */
    static Map<Column, Integer> places(List<String> header, Source source) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        int unknown = 0;
        for (int i = 0; i < header.size(); i++) {
            int place = i;
            boolean taken = Column.named(header.get(i))
                    .map(column -> places.putIfAbsent(column, place) == null)
                    .orElse(false);
            unknown += taken ? 0 : 1;
        }
        Set<Column> missing = EnumSet.copyOf(required(source));
        missing.removeAll(places.keySet());
        if (!missing.isEmpty()) {
            throw new RefusedException(new CannotImport.ColumnsMissing(named(missing)));
        }
        if (unknown > 0) {
            throw new RefusedException(new CannotImport.ColumnsUnknown(unknown));
        }
        Set<Column> foreign = EnumSet.copyOf(places.keySet());
        foreign.removeAll(allowed(source));
        if (!foreign.isEmpty()) {
            throw new RefusedException(new CannotImport.ColumnsOfAnother(source, named(foreign)));
        }
        return places;
    }

    private static Set<Column> with(Column... more) {
        Set<Column> columns = EnumSet.copyOf(IDENTITY);
        columns.addAll(List.of(more));
        return columns;
    }

    private static String named(Set<Column> columns) {
        return columns.stream().map(Column::header).collect(Collectors.joining(", "));
    }
}
