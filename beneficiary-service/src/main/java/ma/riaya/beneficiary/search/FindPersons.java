package ma.riaya.beneficiary.search;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.name.FindByName;
import ma.riaya.beneficiary.name.NameIndex;
import ma.riaya.beneficiary.name.NameMatch;
import ma.riaya.beneficiary.name.NameQuery;
import ma.riaya.beneficiary.person.Cin;
import ma.riaya.beneficiary.person.KnownPlaces;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.beneficiary.person.PersonDirectory;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.CannotList;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Finds persons by a number, by a name, or lists those of an office; the closest first, the reader's own office before others. */
@Singleton
class FindPersons {

    private static final double CERTAIN = 1.0;

    /** A birth date is shared by many. */
    private static final double BY_BIRTH = 0.5;

    private static final double ROUNDED = 1000.0;
    /** Of two names that are about as close, the one that the reader's own office follows is meant more often. */
    private static final double OWN_OFFICE = 0.02;

    private static final Comparator<Ranked> ORDER = Comparator.comparingDouble(Ranked::rank)
            .reversed()
            .thenComparing(ranked -> ranked.person().id());

    private final PersonDirectory directory;
    private final FindByName byName;
    private final KnownPlaces places;
    private final CurrentCaller caller;
    private final RecordLooks looks;

    FindPersons(
            PersonDirectory directory, FindByName byName, KnownPlaces places, CurrentCaller caller, RecordLooks looks) {
        this.directory = directory;
        this.byName = byName;
        this.places = places;
        this.caller = caller;
        this.looks = looks;
    }

    private record Ranked(PersonDirectory.Entry person, double score, String why, List<Reason> reasons, double rank) {}

    @Transactional
    Page<FoundPersonView> find(SearchBody body) {
        places.demandOffice(body.office());
        Optional<List<Ranked>> looked = look(body);
        if (looked.isEmpty()) {
            return list(body);
        }
        List<Ranked> found = standing(looked.get()).stream()
                .filter(ranked -> body.office() == null
                        || body.office().equals(ranked.person().office()))
                .sorted(ORDER)
                .toList();
        Cursor after = Cursor.decode(body.cursor(), 2);
        List<Ranked> rest = after == null
                ? found
                : found.stream().filter(ranked -> isAfter(ranked, after)).toList();
        List<Ranked> read = rest.subList(0, Math.min(rest.size(), body.most() + 1));
        return Page.of(
                        read,
                        body.most(),
                        ranked -> Cursor.of(ranked.rank(), ranked.person().id()))
                .map(this::view);
    }

    /** Who is found under the name or number of a record that was merged is shown as the survivor, once and as closely. */
    private List<Ranked> standing(List<Ranked> found) {
        List<UUID> survivors = found.stream()
                .map(ranked -> ranked.person().mergedInto())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (survivors.isEmpty()) {
            return found;
        }
        Map<UUID, PersonDirectory.Entry> entries = directory.all(survivors).stream()
                .collect(Collectors.toMap(PersonDirectory.Entry::id, Function.identity()));
        Map<UUID, Ranked> once = new LinkedHashMap<>();
        for (Ranked ranked : found) {
            UUID into = ranked.person().mergedInto();
            PersonDirectory.Entry person = into == null ? ranked.person() : entries.get(into);
            if (person != null) {
                once.merge(
                        person.id(),
                        ranked(person, ranked.score(), ranked.why(), ranked.reasons()),
                        (one, other) -> one.rank() >= other.rank() ? one : other);
            }
        }
        return List.copyOf(once.values());
    }

    /** The strongest criterion given; empty where none is. */
    private Optional<List<Ranked>> look(SearchBody body) {
        return SearchBody.given(body.rib())
                .map(this::using)
                .or(() -> SearchBody.given(body.cin()).map(this::byCin))
                .or(() -> SearchBody.given(body.matricule()).map(this::byMatricule))
                .or(() -> SearchBody.given(body.q()).map(asked -> asked(asked, body)))
                .or(() -> Optional.ofNullable(body.birthDate()).map(birth -> bornOn(birth, body.office())));
    }

    private List<Ranked> using(String rib) {
        if (!caller.get().hasAny(Roles.FINANCE, Roles.AUDITOR, Roles.REGISTRY_MANAGER)) {
            throw new RefusedException(new CannotSearch.AccountNotForRole());
        }
        return noted(directory.using(Rib.parse(rib)), SensitiveField.ACCOUNT);
    }

    private List<Ranked> asked(String asked, SearchBody body) {
        return switch (NumberShape.of(asked)) {
            case CIN -> byCin(asked);
            case MATRICULE -> {
                List<Ranked> found = byMatricule(asked);
                yield found.isEmpty() ? byCin(asked) : found;
            }
            case NONE -> inBox(SearchBox.read(asked, places.offices()), body);
        };
    }

    /** Whoever has a number that stands beside the name, and whoever has the name. */
    private List<Ranked> inBox(SearchBox box, SearchBody body) {
        Map<UUID, Ranked> found = new LinkedHashMap<>();
        Stream.of(
                        Optional.ofNullable(box.cin()).map(this::byCin),
                        Optional.ofNullable(box.matricule()).map(this::byMatricule))
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .forEach(one -> found.put(one.person().id(), one));
        Asked asked = new Asked(
                body.birthDate() == null ? box.birthDate() : body.birthDate(),
                body.birthYear() == null ? box.birthYear() : body.birthYear(),
                body.sex());
        String office = body.office() == null ? box.office() : body.office();
        List<Ranked> named = box.name().isBlank() && asked.birthDate() != null
                ? bornOn(asked.birthDate(), office)
                : named(box.name(), asked, office);
        named.forEach(one -> found.putIfAbsent(one.person().id(), one));
        return found.values().stream()
                .filter(one -> office == null || office.equals(one.person().office()))
                .toList();
    }

    private List<Ranked> byCin(String written) {
        Optional<Cin> cin = Cin.parse(written);
        return cin.isEmpty() ? List.of() : noted(directory.withCin(cin.get()), SensitiveField.CIN);
    }

    /** That a number belongs to someone is a look at it, which is recorded. */
    private List<Ranked> noted(List<PersonDirectory.Entry> persons, SensitiveField by) {
        looks.record(persons.stream()
                .map(person -> RecordLooks.Look.at(person.id(), "person-found-by-number", Set.of(by)))
                .toList());
        return certain(persons, by.shown());
    }

    private List<Ranked> byMatricule(String written) {
        return certain(directory.withMatricule(NumberShape.normalised(written)), "matricule");
    }

    private List<Ranked> named(String written, Asked asked, @Nullable String office) {
        NameIndex.Place place =
                new NameIndex.Place(office, caller.get().office().orElse(null));
        List<UUID> born = asked.birthDate() == null
                ? List.of()
                : directory.bornOn(asked.birthDate(), office).stream()
                        .map(PersonDirectory.Entry::id)
                        .toList();
        return byName
                .find(NameQuery.of(written), place, born, asked.year(), directory::all, PersonDirectory.Entry::name)
                .stream()
                .map(found -> weighed(found.person(), found.match(), asked))
                .toList();
    }

    /** What is not told of another office's persons does not show in their score either. */
    private Ranked weighed(PersonDirectory.Entry person, NameMatch match, Asked asked) {
        List<Reason> reasons = new ArrayList<>(Reason.of(match));
        double score = match.score();
        if (PersonAccess.reaches(caller.get(), person.office())) {
            Asked.Weighed weighed = asked.weigh(score, person);
            score = weighed.score();
            reasons.addAll(weighed.reasons());
        }
        return ranked(person, Math.round(score * ROUNDED) / ROUNDED, Reason.hyphenated(match.why()), reasons);
    }

    private List<Ranked> bornOn(LocalDate birth, @Nullable String office) {
        return directory.bornOn(birth, office).stream()
                .filter(person -> PersonAccess.reaches(caller.get(), person.office()))
                .map(person -> ranked(person, BY_BIRTH, "birth-date", List.of(Reason.same("birth-date"))))
                .toList();
    }

    /** Nobody is looked for: those of one office, or of all for headquarters. */
    private Page<FoundPersonView> list(SearchBody body) {
        Caller reader = caller.get();
        String office = body.office() == null ? reader.office().orElse(null) : body.office();
        if (office != null) {
            caller.reaching(office);
        }
        Cursor after = Cursor.decode(body.cursor(), 1);
        List<PersonDirectory.Entry> read =
                directory.of(office, after == null ? null : id(after.values().getFirst()), body.most() + 1);
        return Page.of(read, body.most(), person -> Cursor.of(person.id()))
                .map(person -> view(ranked(person, CERTAIN, "listed", List.of())));
    }

    private List<Ranked> certain(List<PersonDirectory.Entry> persons, String why) {
        return persons.stream()
                .map(person -> ranked(person, CERTAIN, why, List.of(Reason.same(why))))
                .toList();
    }

    private Ranked ranked(PersonDirectory.Entry person, double score, String why, List<Reason> reasons) {
        String office = person.office();
        boolean own =
                office != null && caller.get().office().filter(office::equals).isPresent();
        return new Ranked(person, score, why, reasons, score + (own ? OWN_OFFICE : 0));
    }

    private static boolean isAfter(Ranked ranked, Cursor after) {
        double rank;
        try {
            rank = Double.parseDouble(after.values().getFirst());
        } catch (NumberFormatException notOurs) {
            throw new RefusedException(new CannotList.CursorInvalid());
        }
        UUID last = id(after.values().getLast());
        return ranked.rank() < rank
                || (ranked.rank() == rank && ranked.person().id().compareTo(last) > 0);
    }

    private static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException notOurs) {
            throw new RefusedException(new CannotList.CursorInvalid());
        }
    }

    private FoundPersonView view(Ranked ranked) {
        PersonDirectory.Entry person = ranked.person();
        boolean inReach = PersonAccess.reaches(caller.get(), person.office());
        return new FoundPersonView(
                person.id(),
                inReach ? person.reference() : null,
                person.familyNameAr(),
                person.givenNameAr(),
                person.familyNameLatin(),
                person.givenNameLatin(),
                inReach ? person.birthDate() : null,
                person.office(),
                ranked.score(),
                ranked.why(),
                ranked.reasons(),
                inReach ? List.of("read") : List.of());
    }
}
