package ma.riaya.beneficiary.doubles;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.riaya.beneficiary.person.CompareRecords;
import ma.riaya.beneficiary.person.KnownPlaces;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.beneficiary.person.PersonDirectory;
import ma.riaya.beneficiary.person.PossibleDoubles;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Shows who may be one person, and takes the word that they are two. */
@Singleton
class JudgeDouble {

    private final DoublePairs pairs;
    private final PersonDirectory directory;
    private final CompareRecords records;
    private final PersonAccess access;
    private final KnownPlaces places;
    private final CurrentCaller caller;
    private final IfMatch ifMatch;
    private final Audit audit;

    JudgeDouble(
            DoublePairs pairs,
            PersonDirectory directory,
            CompareRecords records,
            PersonAccess access,
            KnownPlaces places,
            CurrentCaller caller,
            IfMatch ifMatch,
            Audit audit) {
        this.pairs = pairs;
        this.directory = directory;
        this.records = records;
        this.access = access;
        this.places = places;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.audit = audit;
    }

    /** A view and the version that it shows. */
    record Read(DoubleView.Compared view, long version) {}

    /** Whom the reader may not see drops out with the pair. */
    @Transactional
    Page<DoubleView> page(
            PairState state, PossibleDoubles.@Nullable Certainty certainty, @Nullable String office, Paging paging) {
        places.demandOffice(office);
        if (office != null) {
            caller.reaching(office);
        }
        Caller reader = caller.get();
        String within = reader.isHeadquarters() ? null : reader.office().orElse("");
        Page<DoublePair> page = Page.of(
                pairs.page(state, certainty, office, within, paging.after(2), paging.toRead()),
                paging.limit(),
                last -> Cursor.of(last.certainty(), last.id()));
        Map<UUID, PersonDirectory.Entry> entries = directory
                .all(page.items().stream()
                        .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(PersonDirectory.Entry::id, Function.identity()));
        return new Page<>(
                page.items().stream()
                        .filter(pair -> entries.containsKey(pair.one()) && entries.containsKey(pair.other()))
                        .map(pair -> DoubleView.of(
                                pair,
                                Objects.requireNonNull(entries.get(pair.one())),
                                Objects.requireNonNull(entries.get(pair.other())),
                                pairs.apartReason(pair),
                                actions(pair)))
                        .toList(),
                page.next());
    }

    /** Both records; who may not read one of them may not read the pair. */
    @Transactional
    Read read(UUID id) {
        DoublePair pair = pairs.find(id).orElseThrow(() -> unknown(id));
        return view(pair);
    }

    /** They are two people: the pair is not raised again. */
    @Transactional
    Read setApart(UUID id, HttpHeaders headers, String reason) {
        DoublePair pair = pairs.lock(id).orElseThrow(() -> unknown(id));
        access.demandReadable(pair.one());
        access.demandReadable(pair.other());
        ifMatch.require(headers, pair.version());
        if (pair.state() != PairState.OPEN) {
            throw new RefusedException(new CannotJudgeDouble.DoubleJudged(pair.state()));
        }
        pairs.setApart(id, reason, caller.get().subject());
        audit.append(AuditEntry.of("double-set-apart", "double-pair", id)
                .with(Map.of("one", pair.one().toString(), "other", pair.other().toString())));
        return read(id);
    }

    private Read view(DoublePair pair) {
        return new Read(
                DoubleView.Compared.of(
                        pair,
                        records.side(pair.one()),
                        records.side(pair.other()),
                        pairs.apartReason(pair),
                        actions(pair)),
                pair.version());
    }

    private List<String> actions(DoublePair pair) {
        List<String> actions = new ArrayList<>();
        if (pair.state() == PairState.OPEN
                && caller.get().hasAny(Roles.OFFICER, Roles.OFFICE_HEAD, Roles.REGISTRY_MANAGER)) {
            actions.add("set-apart");
        }
        return actions;
    }

    private static RefusedException unknown(UUID id) {
        return new RefusedException(new CannotJudgeDouble.DoubleUnknown(id));
    }
}
