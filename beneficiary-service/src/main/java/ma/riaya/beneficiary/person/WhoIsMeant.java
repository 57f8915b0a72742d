package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.riaya.beneficiary.protection.BlindIndex;
import ma.riaya.kit.problem.Refusal;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Says of many rows at once of whom each is: by the source's own key, by a reference of the registry, by a number of identity or
 * a professional number that agrees with the birth date; where only the name speaks for someone, a person has to look.
 */
@Singleton
class WhoIsMeant {

    private static final String SOMEONE_NEW = "NEW";

    private final Jdbi jdbi;
    private final BlindIndex index;
    private final PossibleDoubles doubles;
    private final MergedRecords merged;

    WhoIsMeant(Jdbi jdbi, BlindIndex index, PossibleDoubles doubles, MergedRecords merged) {
        this.jdbi = jdbi;
        this.index = index;
        this.doubles = doubles;
        this.merged = merged;
    }

    /** A row and its place in the part. */
    record Asked(int place, RegistryRow row) {}

    sealed interface Answer {}

    /** This person; the doubts say how one knows, where that is not the source's own key. */
    record Known(UUID person, List<Refusal> doubts) implements Answer {}

    /** Someone whom the registry does not have yet. */
    record Nobody(Identity identity, List<Refusal> doubts) implements Answer {}

    /** Someone has to look first. */
    record Doubtful(Refusal reason) implements Answer {}

    record Refused(Refusal reason) implements Answer {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Like(
            UUID id,
            String reference,
            byte @Nullable [] cinIndex,
            @Nullable String matricule,
            Sex sex,
            LocalDate birthDate,
            boolean ofSource) {}

    Map<Integer, Answer> among(Source source, List<Asked> rows, Map<String, SourceRecords.Said> said) {
        Map<Integer, Answer> answers = new HashMap<>();
        List<Asked> open = new ArrayList<>();
        Set<UUID> gone = merged.among(
                said.values().stream().map(SourceRecords.Said::personId).toList());
        for (Asked asked : rows) {
            SourceRecords.Said before = said.get(asked.row().reference());
            // Whose a row of a merged record is, somebody says by its same_as.
            if (before == null
                    || (gone.contains(before.personId()) && asked.row().sameAs().isPresent())) {
                open.add(asked);
            } else {
                answers.put(asked.place(), new Known(before.personId(), List.of()));
            }
        }
        if (!open.isEmpty()) {
            List<Like> alike = alike(source, open);
            List<Asked> unmet = new ArrayList<>();
            for (Asked asked : open) {
                Optional<Answer> met = byNumber(asked.row(), alike);
                met.ifPresentOrElse(answer -> answers.put(asked.place(), answer), () -> unmet.add(asked));
            }
            answers.putAll(byName(unmet));
        }
        setMergedAside(rows, answers);
        return answers;
    }

    /** A record that was merged takes in nothing of its own, and its source cannot speak for the survivor unseen. */
    private void setMergedAside(List<Asked> rows, Map<Integer, Answer> answers) {
        Set<UUID> gone = merged.among(answers.values().stream()
                .flatMap(answer -> answer instanceof Known one ? Stream.of(one.person()) : Stream.empty())
                .toList());
        if (gone.isEmpty()) {
            return;
        }
        for (Asked asked : rows) {
            if (answers.get(asked.place()) instanceof Known one && gone.contains(one.person())) {
                answers.put(
                        asked.place(),
                        new Doubtful(
                                new CannotMeetPerson.RecordMerged(asked.row().reference())));
            }
        }
    }

    private Optional<Answer> byNumber(RegistryRow row, List<Like> alike) {
        Optional<Answer> told = row.sameAs().flatMap(same -> told(same, alike));
        if (told.isPresent() || isToldNew(row)) {
            return told;
        }
        Optional<Like> referenced = alike.stream()
                .filter(like -> like.reference().equals(row.reference()))
                .findFirst();
        if (referenced.isPresent()) {
            return Optional.of(new Known(referenced.get().id(), List.of()));
        }
        return byCin(row, alike).or(() -> byMatricule(row, alike));
    }

    private static boolean isToldNew(RegistryRow row) {
        return row.sameAs().filter(SOMEONE_NEW::equals).isPresent();
    }

    private static Optional<Answer> told(String same, List<Like> alike) {
        return same.equals(SOMEONE_NEW)
                ? Optional.empty()
                : Optional.of(alike.stream()
                        .filter(like -> like.reference().equals(same))
                        .findFirst()
                        .<Answer>map(like -> new Known(like.id(), List.of()))
                        .orElseGet(() -> new Refused(new CannotMeetPerson.SameAsUnknown(same))));
    }

    private Optional<Answer> byCin(RegistryRow row, List<Like> alike) {
        Optional<byte[]> cin = row.announced().cin().filter(Cin::isVerified).map(this::indexOf);
        List<Like> met = cin.isEmpty()
                ? List.of()
                : alike.stream()
                        .filter(like -> Arrays.equals(like.cinIndex(), cin.get()))
                        .toList();
        if (met.isEmpty()) {
            return Optional.empty();
        }
        Like one = met.getFirst();
        LocalDate birth = row.announced().birthDate();
        boolean agrees = birth == null || birth.equals(one.birthDate());
        return Optional.of(
                met.size() == 1 && agrees && !one.ofSource()
                        ? new Known(one.id(), List.of(new RowDoubt.JoinedBy("CIN", one.reference())))
                        : new Doubtful(new CannotMeetPerson.SameCin(one.reference())));
    }

    /** Relatives may carry the officer's number, so it says something only together with sex and birth date. */
    private static Optional<Answer> byMatricule(RegistryRow row, List<Like> alike) {
        Announced said = row.announced();
        List<Like> met = alike.stream()
                .filter(like -> said.matricule() != null
                        && said.matricule().equals(like.matricule())
                        && Objects.equals(said.sex(), like.sex())
                        && Objects.equals(said.birthDate(), like.birthDate()))
                .toList();
        if (met.isEmpty()) {
            return Optional.empty();
        }
        Like one = met.getFirst();
        return Optional.of(
                met.size() == 1 && !one.ofSource()
                        ? new Known(one.id(), List.of(new RowDoubt.JoinedBy("MATRICULE", one.reference())))
                        : new Doubtful(new CannotMeetPerson.SameMatricule(one.reference())));
    }

    private Map<Integer, Answer> byName(List<Asked> rows) {
        Map<Integer, Answer> answers = new HashMap<>();
        Map<Integer, Identity> identities = new HashMap<>();
        for (Asked asked : rows) {
            asked.row()
                    .announced()
                    .whole()
                    .ifPresentOrElse(
                            identity -> identities.put(asked.place(), identity),
                            () -> answers.put(
                                    asked.place(),
                                    new Refused(new CannotMeetPerson.IdentityIncomplete(
                                            asked.row().reference()))));
        }
        Map<Integer, List<PossibleDoubles.Candidate>> candidates = doubles.of(rows.stream()
                .filter(asked -> identities.containsKey(asked.place()) && !isToldNew(asked.row()))
                .map(asked -> asked(asked.place(), identities.get(asked.place())))
                .toList());
        identities.forEach((place, identity) ->
                answers.put(place, judged(identity, candidates.getOrDefault(place, List.of()))));
        return answers;
    }

    private PossibleDoubles.Asked asked(int place, @Nullable Identity identity) {
        Identity known = Objects.requireNonNull(identity);
        return new PossibleDoubles.Asked(
                place,
                known.name(),
                known.sex(),
                known.birthDate(),
                known.matricule(),
                known.cin().filter(Cin::isVerified).map(this::indexOf),
                known.office());
    }

    private static Answer judged(Identity identity, List<PossibleDoubles.Candidate> candidates) {
        if (candidates.isEmpty()) {
            return new Nobody(identity, List.of());
        }
        PossibleDoubles.Candidate first = candidates.getFirst();
        return first.certainty() == PossibleDoubles.Certainty.DOUBTFUL
                ? new Nobody(identity, List.of(new RowDoubt.MaybeKnown(first.reference())))
                : new Doubtful(new CannotMeetPerson.LikelyKnown(first.reference()));
    }

    /** Whoever has a reference, a number of identity or a professional number of the rows. */
    private List<Like> alike(Source source, List<Asked> rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.id, p.reference, p.cin_index, p.matricule, p.sex, p.birth_date,
                            EXISTS (SELECT FROM source_record s WHERE s.person_id = p.id AND s.source = :source) AS of_source
                        FROM person p WHERE p.id IN (
                            SELECT id FROM person WHERE reference = ANY (CAST(:references AS text[]))
                            UNION SELECT id FROM person WHERE cin_verified
                                AND cin_index IN (SELECT decode(c, 'hex') FROM unnest(CAST(:cins AS text[])) c)
                            UNION SELECT id FROM person WHERE matricule = ANY (CAST(:matricules AS text[])))
                        ORDER BY p.id
                        """)
                .bind("source", source.name())
                .bindArray(
                        "references",
                        String.class,
                        array(rows, row -> Stream.concat(Stream.of(row.reference()), row.sameAs().stream())))
                .bindArray(
                        "cins",
                        String.class,
                        array(
                                rows,
                                row -> row.announced().cin().filter(Cin::isVerified).stream()
                                        .map(this::indexOf)
                                        .map(HexFormat.of()::formatHex)))
                .bindArray(
                        "matricules",
                        String.class,
                        array(rows, row -> Stream.ofNullable(row.announced().matricule())))
                .mapTo(Like.class)
                .list());
    }

    private byte[] indexOf(Cin cin) {
        return index.of(BlindIndex.Kind.CIN, cin.number());
    }

    private static Object[] array(List<Asked> rows, Function<RegistryRow, Stream<String>> values) {
        return rows.stream()
                .flatMap(asked -> values.apply(asked.row()))
                .distinct()
                .toArray();
    }
}
