package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.protection.CannotLook;
import ma.riaya.beneficiary.protection.Purpose;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.problem.RefusedException;

/** Shows a person; what a purpose opens is shown only together with a record of the look. */
@Singleton
class ReadPerson {

    /** That there is someone to look at, after whom a clerk in a hurry need not look. */
    private static final String SEE_DOUBLES = "see-possible-doubles";

    private final PersonAccess access;
    private final PersonParts parts;
    private final NamePayee payee;
    private final IdentityRules rules;
    private final MergedRecords merged;
    private final Seal seal;
    private final Audit audit;
    private final CurrentCaller caller;

    ReadPerson(
            PersonAccess access,
            PersonParts parts,
            NamePayee payee,
            IdentityRules rules,
            MergedRecords merged,
            Seal seal,
            Audit audit,
            CurrentCaller caller) {
        this.access = access;
        this.parts = parts;
        this.payee = payee;
        this.rules = rules;
        this.merged = merged;
        this.seal = seal;
        this.audit = audit;
        this.caller = caller;
    }

    /** A view and the version that it shows. */
    record Read(PersonView view, long version) {}

    @Transactional
    Read read(UUID id, Optional<Purpose> purpose) {
        PersonRecord person = access.toRead(id);
        if (purpose.isPresent()) {
            audit.append(AuditEntry.of("person-sensitive-read", "person", id)
                    .forPurpose(purpose.get().name())
                    .with(Map.of("fields", seesAccounts() ? "cin,pension,account" : "cin,pension")));
        }
        Read read = view(person, purpose, List.of());
        return person.id().equals(id) ? read : new Read(read.view().askedAs(id), read.version());
    }

    /** The person as it stands after a change, masked. */
    @Transactional(Transactional.TxType.MANDATORY)
    Read masked(UUID id) {
        return masked(id, List.of());
    }

    /** The same with the doubts about the change. */
    @Transactional(Transactional.TxType.MANDATORY)
    Read masked(UUID id, List<String> warnings) {
        return view(access.toRead(id), Optional.empty(), warnings);
    }

    /** The same of someone who has just been entered, who may be someone else of the registry. */
    @Transactional(Transactional.TxType.MANDATORY)
    Read masked(UUID id, int possibleDoubles) {
        Read read = masked(id);
        return possibleDoubles == 0 ? read : new Read(read.view().withAction(SEE_DOUBLES), read.version());
    }

    /** The account to pay into, for the purpose of payment alone. */
    @Transactional
    AccountView account(UUID id, Purpose purpose) {
        if (purpose != Purpose.PAYMENT) {
            throw new RefusedException(new CannotLook.PurposeNotCovering(Purpose.PAYMENT));
        }
        PersonRecord person = access.toRead(id);
        demandAlive(person);
        PersonRecord paid =
                payee.today(person.id()).orElseThrow(() -> new RefusedException(new CannotPayPerson.PayeeMissing(id)));
        demandAlive(paid);
        demandTrusted(paid);
        Rib rib =
                parts.account(paid.id()).orElseThrow(() -> new RefusedException(new CannotFindPerson.AccountNone(id)));
        audit.append(AuditEntry.of("account-read", "person", id)
                .forPurpose(purpose.name())
                .with(Map.of("payee", paid.id().toString())));
        return new AccountView(rib.iban(), paid.holder(), paid.id());
    }

    /** What the dead leave goes to their heirs by another way. */
    private static void demandAlive(PersonRecord person) {
        if (person.deathDate() != null) {
            throw new RefusedException(new CannotPayPerson.PersonDeceased(person.id(), person.deathDate()));
        }
    }

    /** Money sent to a doubted account comes back late or never. */
    private static void demandTrusted(PersonRecord person) {
        if (person.accountProblem() != null) {
            throw new RefusedException(new CannotPayPerson.AccountRefused(person.id(), person.accountProblem()));
        }
    }

    private boolean seesAccounts() {
        return caller.get().hasAny(Roles.FINANCE, Roles.AUDITOR, Roles.REGISTRY_MANAGER);
    }

    private Read view(PersonRecord person, Optional<Purpose> purpose, List<String> warnings) {
        UUID id = person.id();
        boolean open = purpose.isPresent();
        boolean accountOpen = open && seesAccounts();
        Optional<Rib> account = parts.account(id);
        byte[] sealed = person.cinSealed();
        Optional<Cin> cin = sealed == null
                ? Optional.empty()
                : Optional.of(new Cin(seal.open(SealedColumn.PERSON_CIN, id, sealed)));
        List<String> masked = new ArrayList<>();
        if (!open) {
            masked.add("cin");
            masked.add("pension");
        }
        if (!accountOpen) {
            masked.add("account");
        }
        PersonView view = new PersonView(
                id,
                person.reference(),
                person.matricule(),
                person.familyNameAr(),
                person.givenNameAr(),
                person.familyNameLatin(),
                person.givenNameLatin(),
                person.sex(),
                person.birthDate(),
                person.deathDate(),
                cin.map(known -> open ? known.number() : known.masked()).orElse(null),
                person.cinVerified(),
                person.office(),
                person.province(),
                parts.categories(id).stream()
                        .map(row -> new PersonView.HeldCategory(
                                row.id(), row.category(), row.from(), row.until(), row.endReason(), row.evidence()))
                        .toList(),
                parts.links(id).stream()
                        .map(row -> new PersonView.Link(
                                row.id(), row.kind(), row.personId(), row.from(), row.until(), row.endReason()))
                        .toList(),
                open ? parts.pension(id, rules.today()).orElse(null) : null,
                account.map(rib -> new PersonView.Account(rib.maskedIban(), accountOpen ? rib.iban() : null))
                        .orElse(null),
                person.accountProblem(),
                masked,
                warnings,
                access.actions(person),
                merged.answeringAs(id),
                null);
        return new Read(view, person.version());
    }
}
