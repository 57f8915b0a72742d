package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.paging.Cursor;
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
    private final StatePurpose purposes;
    private final RecordLooks looks;

    ReadInTime(
            PersonAccess access,
            PartsInTime parts,
            PersonHistory history,
            MergedRecords merged,
            Knowledge knowledge,
            IdentityRules rules,
            StatePurpose purposes,
            RecordLooks looks) {
        this.access = access;
        this.parts = parts;
        this.history = history;
        this.merged = merged;
        this.knowledge = knowledge;
        this.rules = rules;
        this.purposes = purposes;
        this.looks = looks;
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
    OnDay.Pension pension(UUID person, InTime asked, StatedPurpose purpose) {
        access.toRead(person);
        LocalDate day = asked.day(rules.today());
        Instant moment = knowledge.at(asked.moment());
        look(person, purpose, Set.of(SensitiveField.PENSION));
        UUID answering = merged.answering(person, moment);
        return new OnDay.Pension(
                answering, day, moment, parts.pension(answering, day, moment).orElse(null));
    }

    /** The oldest first; amounts, and what may tell of health, only for a purpose that covers them, and then the look is recorded. */
    @Transactional
    List<HistoryView> history(UUID person, Optional<StatedPurpose> purpose, @Nullable Cursor after, int rows) {
        access.toRead(person);
        UUID answering = access.answering(person);
        if (purpose.isEmpty()) {
            return history.of(answering, after, rows, Set.of());
        }
        Set<SensitiveField> opened = EnumSet.of(SensitiveField.PENSION, SensitiveField.HEALTH);
        opened.retainAll(purpose.get().covers());
        purposes.demandCovered(opened, Set.of());
        look(person, purpose.get(), opened);
        return history.of(answering, after, rows, opened);
    }

    private void look(UUID person, StatedPurpose purpose, Set<SensitiveField> opened) {
        looks.record(
                RecordLooks.Look.at(person, "person-sensitive-read", opened).forPurpose(purpose.code()));
    }
}
