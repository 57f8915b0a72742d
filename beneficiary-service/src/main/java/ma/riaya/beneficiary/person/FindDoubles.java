package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.kit.identity.CurrentCaller;

/** Finds who of the registry may be the same person as one of it; whom the reader may not read stays out. */
@Singleton
class FindDoubles {

    private static final int MOST = 50;

    private final PersonAccess access;
    private final PossibleDoubles doubles;
    private final PersonDirectory directory;
    private final Seal seal;
    private final BlindIndex index;
    private final CurrentCaller caller;

    FindDoubles(
            PersonAccess access,
            PossibleDoubles doubles,
            PersonDirectory directory,
            Seal seal,
            BlindIndex index,
            CurrentCaller caller) {
        this.access = access;
        this.doubles = doubles;
        this.directory = directory;
        this.seal = seal;
        this.index = index;
        this.caller = caller;
    }

    @Transactional
    PossibleDoublesView of(UUID id) {
        PersonRecord person = access.toRead(id);
        List<PossibleDoubles.Candidate> candidates = doubles
                .of(List.of(new PossibleDoubles.Asked(
                        0,
                        person.name(),
                        person.sex(),
                        person.birthDate(),
                        person.matricule(),
                        cinIndex(person),
                        person.office())))
                .getOrDefault(0, List.of())
                .stream()
                .filter(candidate -> !candidate.person().equals(person.id()))
                .limit(MOST)
                .toList();
        Map<UUID, PersonDirectory.Entry> entries =
                directory
                        .all(candidates.stream()
                                .map(PossibleDoubles.Candidate::person)
                                .toList())
                        .stream()
                        .filter(entry -> PersonAccess.reaches(caller.get(), entry.office()))
                        .collect(Collectors.toMap(PersonDirectory.Entry::id, Function.identity()));
        return new PossibleDoublesView(candidates.stream()
                .flatMap(candidate -> Optional.ofNullable(entries.get(candidate.person()))
                        .map(entry -> PossibleDoublesView.Possible.of(entry, candidate))
                        .stream())
                .toList());
    }

    private Optional<byte[]> cinIndex(PersonRecord person) {
        byte[] sealed = person.cinSealed();
        return sealed == null || !Boolean.TRUE.equals(person.cinVerified())
                ? Optional.empty()
                : Optional.of(index.of(BlindIndex.Kind.CIN, seal.open(SealedColumn.PERSON_CIN, person.id(), sealed)));
    }
}
