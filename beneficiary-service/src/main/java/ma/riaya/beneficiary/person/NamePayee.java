package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.precondition.IfMatch;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/** Names who is paid in the place of a minor or of someone who cannot act, and says who is paid on a day. */
@Singleton
class NamePayee {

    private final PersonAccess access;
    private final Persons persons;
    private final Payees payees;
    private final MergedRecords merged;
    private final Knowledge knowledge;
    private final IdentityRules rules;
    private final IfMatch ifMatch;
    private final Audit audit;

    NamePayee(
            PersonAccess access,
            Persons persons,
            Payees payees,
            MergedRecords merged,
            Knowledge knowledge,
            IdentityRules rules,
            IfMatch ifMatch,
            Audit audit) {
        this.access = access;
        this.persons = persons;
        this.payees = payees;
        this.merged = merged;
        this.knowledge = knowledge;
        this.rules = rules;
        this.ifMatch = ifMatch;
        this.audit = audit;
    }

    @Transactional
    void name(UUID id, PayeeBody body) {
        PersonRecord person = access.toChange(id);
        knowledge.begin(Knowledge.Cause.ENTRY, null, null);
        write(person, body, null);
        changed(id, "payee-named", body);
    }

    /** Corrects or ends it; what was known before stays on record. */
    @Transactional
    void change(UUID id, UUID period, HttpHeaders headers, PayeeBody body) {
        PersonRecord person = access.toChange(id);
        ifMatch.require(headers, person.version());
        knowledge.begin(Knowledge.Cause.ENTRY, null, null);
        if (!payees.close(id, period)) {
            throw new RefusedException(new CannotNamePayee.PayeePeriodUnknown(period));
        }
        write(person, body, period);
        changed(id, "payee-changed", body);
    }

    @Transactional
    PayeeView on(UUID id, InTime asked) {
        access.toRead(id);
        LocalDate day = asked.day(rules.today());
        Instant moment = knowledge.at(asked.moment());
        Optional<Payees.Paid> paid = payees.on(merged.answering(id, moment), day, moment);
        return new PayeeView(
                id,
                day,
                moment,
                paid.map(Payees.Paid::payeeId).orElse(null),
                paid.map(Payees.Paid::ground).orElse(PayeeView.Ground.NONE),
                paid.map(Payees.Paid::since).orElse(null),
                paid.map(Payees.Paid::until).orElse(null),
                paid.filter(one -> one.ground() != PayeeView.Ground.INCAPABLE)
                        .map(Payees.Paid::evidence)
                        .orElse(null));
    }

    /** Who is paid for the person today. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<PersonRecord> today(UUID person) {
        return payees.on(person, rules.today(), knowledge.at(null)).flatMap(paid -> persons.find(paid.payeeId()));
    }

    private void write(PersonRecord person, PayeeBody body, @Nullable UUID except) {
        if (person.id().equals(body.payeeId())) {
            throw new RefusedException(new CannotNamePayee.PayeeIsSelf());
        }
        PersonRecord payee = access.toName(body.payeeId());
        LocalDate death = payee.deathDate();
        if (death != null && !body.from().isBefore(death)) {
            throw new RefusedException(new CannotNamePayee.PayeeDead(death));
        }
        int age = FamilyRules.age(payee, body.from());
        if (age < FamilyRules.OF_AGE) {
            throw new RefusedException(new CannotNamePayee.PayeeUnderAge(age));
        }
        int own = FamilyRules.age(person, body.from());
        if (body.ground() == PayeeGround.MINOR && own >= FamilyRules.OF_AGE) {
            throw new RefusedException(new CannotNamePayee.PersonOfAge(own));
        }
        if (payees.isNamed(person.id(), body.period(), except)) {
            throw new RefusedException(new CannotNamePayee.PayeeOverlaps());
        }
        payees.add(person.id(), body);
    }

    private void changed(UUID id, String action, PayeeBody body) {
        persons.touch(id);
        audit.append(AuditEntry.of(action, "person", id)
                .with(Map.of(
                        "payee",
                        body.payeeId().toString(),
                        "ground",
                        body.ground().name())));
    }
}
