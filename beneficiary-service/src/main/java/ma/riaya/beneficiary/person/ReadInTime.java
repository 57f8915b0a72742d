package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.protection.CannotLook;
import ma.riaya.beneficiary.protection.Purpose;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Answers of a person what held on a day as it was known at a moment, and what was known when. */
@Singleton
class ReadInTime {

    private final PersonAccess access;
    private final PartsInTime parts;
    private final PersonHistory history;
    private final MergedRecords merged;
    private final Knowledge knowledge;
    private final IdentityRules rules;
    private final Audit audit;

    ReadInTime(
            PersonAccess access,
            PartsInTime parts,
            PersonHistory history,
            MergedRecords merged,
            Knowledge knowledge,
            IdentityRules rules,
            Audit audit) {
        this.access = access;
        this.parts = parts;
        this.history = history;
        this.merged = merged;
        this.knowledge = knowledge;
        this.rules = rules;
        this.audit = audit;
    }

    @Transactional
    OnDay.Categories categories(UUID person, InTime asked) {
        access.toRead(person);
        LocalDate day = asked.day(rules.today());
        Instant moment = knowledge.at(asked.moment());
        UUID answering = merged.answering(person, moment);
        return new OnDay.Categories(
                answering,
                day,
                moment,
                parts.death(answering, day, moment).orElse(null),
                parts.categories(answering, day, moment));
    }

    @Transactional
    OnDay.Links links(UUID person, InTime asked) {
        access.toRead(person);
        LocalDate day = asked.day(rules.today());
        Instant moment = knowledge.at(asked.moment());
        UUID answering = merged.answering(person, moment);
        return new OnDay.Links(answering, day, moment, parts.links(answering, day, moment));
    }

    /** A pension is shown for a purpose alone, and the look is recorded. */
    @Transactional
    OnDay.Pension pension(UUID person, InTime asked, Optional<Purpose> purpose) {
        Purpose stated = purpose.orElseThrow(() -> new RefusedException(new CannotLook.PurposeMissing()));
        access.toRead(person);
        LocalDate day = asked.day(rules.today());
        Instant moment = knowledge.at(asked.moment());
        look(person, stated);
        UUID answering = merged.answering(person, moment);
        return new OnDay.Pension(
                answering, day, moment, parts.pension(answering, day, moment).orElse(null));
    }

    /** The oldest first; pensions with their amounts only for a purpose, and then the look is recorded. */
    @Transactional
    List<HistoryView> history(UUID person, Optional<Purpose> purpose, @Nullable Cursor after, int rows) {
        access.toRead(person);
        purpose.ifPresent(stated -> look(person, stated));
        return history.of(access.answering(person), after, rows, purpose);
    }

    private void look(UUID person, Purpose purpose) {
        audit.append(AuditEntry.of("person-sensitive-read", "person", person)
                .forPurpose(purpose.name())
                .with(Map.of("fields", "pension")));
    }
}
