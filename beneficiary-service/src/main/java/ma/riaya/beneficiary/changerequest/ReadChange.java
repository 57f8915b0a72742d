package ma.riaya.beneficiary.changerequest;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import ma.riaya.beneficiary.person.PersonSeen;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Shows a request: what it was, what it is now, what is asked, and what the reader may do about it. */
@Singleton
class ReadChange {

    private final PersonSeen persons;
    private final ChangeRequests requests;
    private final Changes changes;
    private final OpenFields openFields;
    private final CurrentCaller caller;

    ReadChange(
            PersonSeen persons, ChangeRequests requests, Changes changes, OpenFields openFields, CurrentCaller caller) {
        this.persons = persons;
        this.requests = requests;
        this.changes = changes;
        this.openFields = openFields;
        this.caller = caller;
    }

    /** A view and the version that it shows. */
    record Read(ChangeRequestView view, long version) {}

    @Transactional
    Read read(UUID id, @Nullable String purpose) {
        ChangeRequest request =
                requests.find(id).orElseThrow(() -> new RefusedException(new CannotPropose.RequestUnknown(id)));
        persons.toRead(request.personId());
        return view(request, openFields.of(request, purpose), Words.SAID);
    }

    /** As it stands after a move, masked. */
    @Transactional(Transactional.TxType.MANDATORY)
    Read masked(UUID id) {
        return view(requests.find(id).orElseThrow(), Set.of(), Words.LEFT_OUT);
    }

    /** Those of the reader's office, or of all at headquarters. */
    @Transactional
    Page<ChangeRequestView.Item> list(ChangeRequests.Asked asked, int limit) {
        return Page.of(requests.list(asked), limit, last -> Cursor.of(last.id()))
                .map(ReadChange::item);
    }

    /** Whether evidence and reasons are said: an answer to a step may be kept to be given again, and nothing that tells of an illness is kept so. */
    private enum Words {
        SAID,
        LEFT_OUT
    }

    private Read view(ChangeRequest request, Set<String> opened, Words words) {
        Change change = changes.of(request.kind());
        ChangeContent content = requests.content(request);
        Map<String, String> now = change.standing(request.personId(), content.asked());
        List<ChangeRequest> chain = requests.chain(request.id());
        Set<String> masked = new TreeSet<>();
        Shown shown = new Shown(change, opened, words, masked);
        ChangeRequestView view = new ChangeRequestView(
                request.id(),
                request.personId(),
                request.personReference(),
                request.kind(),
                request.state(),
                shown.of(content.before()),
                shown.of(now),
                shown.of(content.asked()),
                request.state().isOpen() ? differing(content.before(), now) : List.of(),
                shown.text(request.kind(), content.evidence()),
                shown.text(request.kind(), content.reason()),
                request.source(),
                request.proposedBy(),
                request.proposedFrom(),
                request.proposedAt().toInstant(),
                request.decidedBy(),
                instant(request.decidedAt()),
                shown.text(request.kind(), requests.answer(request)),
                request.payableOn(),
                request.renews(),
                requests.renewedBy(request.id()).orElse(null),
                history(chain),
                change.doubts(request.personId(), content),
                List.copyOf(masked),
                actions(request, !now.equals(content.before()) ? Course.OVERTAKEN : Course.AS_ASKED));
        return new Read(view, request.version());
    }

    /** Whether what is asked still rests on what stands. */
    private enum Course {
        AS_ASKED,
        OVERTAKEN
    }

    private List<String> actions(ChangeRequest request, Course course) {
        Caller reader = caller.get();
        boolean own = request.proposedBy().equals(reader.subject());
        boolean decides =
                !own && request.kind().isApprovedBy(reader) && !reader.person().equals(Optional.of(request.personId()));
        List<String> actions = new ArrayList<>();
        if (request.state().isOpen() && decides) {
            if (course == Course.AS_ASKED) {
                actions.add("approve");
            }
            actions.add("refuse");
        }
        if (request.state().isOpen() && own) {
            actions.add("withdraw");
        }
        boolean overtaken =
                request.state() == ChangeState.OVERTAKEN || (request.state().isOpen() && course == Course.OVERTAKEN);
        if (overtaken && own && requests.renewedBy(request.id()).isEmpty()) {
            actions.add("renew");
        }
        return actions;
    }

    private static List<ChangeRequestView.Move> history(List<ChangeRequest> chain) {
        List<ChangeRequestView.Move> moves = new ArrayList<>();
        for (ChangeRequest one : chain) {
            String by = one.decidedBy();
            OffsetDateTime at = one.decidedAt();
            if (by != null && at != null) {
                moves.add(new ChangeRequestView.Move(one.id(), one.state(), by, at.toInstant()));
            }
            moves.add(new ChangeRequestView.Move(
                    one.id(),
                    ChangeState.PROPOSED,
                    one.proposedBy(),
                    one.proposedAt().toInstant()));
        }
        return moves;
    }

    private static List<String> differing(Map<String, String> before, Map<String, String> now) {
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(now.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(before.get(field), now.get(field)))
                .toList();
    }

    private static java.time.@Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static ChangeRequestView.Item item(ChangeRequest request) {
        return new ChangeRequestView.Item(
                request.id(),
                request.personId(),
                request.personReference(),
                request.personOffice(),
                request.kind(),
                request.state(),
                request.source(),
                request.proposedBy(),
                request.proposedFrom(),
                request.proposedAt().toInstant(),
                instant(request.decidedAt()),
                request.payableOn());
    }

    /** The office whose persons the reader sees, besides those without one; none at headquarters, which sees all. */
    @Nullable
    String reach() {
        Caller reader = caller.get();
        return reader.isHeadquarters() ? null : reader.office().orElse("");
    }

    /** Shows what is opened, and notes what is not. */
    private record Shown(Change change, Set<String> opened, Words words, Set<String> masked) {

        /** Why somebody holds a category may tell of an injury. */
        @Nullable
        String text(ChangeKind kind, @Nullable String text) {
            if (text == null
                    || words == Words.SAID && (kind != ChangeKind.CATEGORY || opened.contains(OpenFields.EVIDENCE))) {
                return text;
            }
            masked.add(OpenFields.EVIDENCE);
            return null;
        }

        SortedMap<String, String> of(Map<String, String> values) {
            SortedMap<String, String> shown = new TreeMap<>();
            values.forEach((field, value) -> {
                String sensitive = change.sensitive(field);
                if (sensitive.isEmpty() || opened.contains(sensitive)) {
                    shown.put(field, value);
                } else {
                    masked.add(sensitive);
                    shown.put(field, change.masked(field, value));
                }
            });
            return shown;
        }
    }
}
