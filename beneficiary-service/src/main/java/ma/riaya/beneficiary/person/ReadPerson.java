package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.processing.StatePurpose;
import ma.riaya.beneficiary.processing.StatedPurpose;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;
import ma.riaya.beneficiary.protection.SealedText;
import ma.riaya.beneficiary.protection.SensitiveField;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.problem.RefusedException;

/** Shows a person; what a purpose opens is shown only together with a record of the look. */
@Singleton
class ReadPerson {

    private final PersonAccess access;
    private final PersonParts parts;
    private final IdentityRules rules;
    private final Seal seal;
    private final SealedText texts;
    private final StatePurpose purposes;
    private final RecordLooks looks;
    private final CurrentCaller caller;

    ReadPerson(
            PersonAccess access,
            PersonParts parts,
            IdentityRules rules,
            Seal seal,
            SealedText texts,
            StatePurpose purposes,
            RecordLooks looks,
            CurrentCaller caller) {
        this.access = access;
        this.parts = parts;
        this.rules = rules;
        this.seal = seal;
        this.texts = texts;
        this.purposes = purposes;
        this.looks = looks;
        this.caller = caller;
    }

    /** A view and the version that it shows. */
    record Read(PersonView view, long version) {}

    /** With a purpose, the fields asked for, or all that it opens to the caller where none is named. */
    @Transactional
    Read read(UUID id, Optional<StatedPurpose> purpose, Set<SensitiveField> asked) {
        PersonRecord person = access.toRead(id);
        if (purpose.isEmpty()) {
            return view(person, Set.of());
        }
        Set<SensitiveField> opened = EnumSet.copyOf(purpose.get().covers());
        if (!seesAccounts(id)) {
            opened.remove(SensitiveField.ACCOUNT);
        }
        purposes.demandCovered(opened, asked);
        if (!asked.isEmpty()) {
            opened.retainAll(asked);
        }
        looks.record(RecordLooks.Look.at(id, "person-sensitive-read", opened)
                .forPurpose(purpose.get().code()));
        return view(person, opened);
    }

    /** The person as it stands after a change, masked. */
    @Transactional(Transactional.TxType.MANDATORY)
    Read masked(UUID id) {
        return view(access.toRead(id), Set.of());
    }

    /** The account to pay into, for the purpose of payment alone. */
    @Transactional
    AccountView account(UUID id, StatedPurpose purpose) {
        PersonRecord person = access.toRead(id);
        demandPayable(person);
        Rib rib = parts.account(id).orElseThrow(() -> new RefusedException(new CannotFindPerson.AccountNone(id)));
        looks.record(RecordLooks.Look.at(id, "account-read", Set.of(SensitiveField.ACCOUNT))
                .forPurpose(purpose.code()));
        return new AccountView(rib.iban(), person.holder());
    }

    /** What the dead leave goes to their heirs by another way, and money sent to a doubted account comes back late or never. */
    private static void demandPayable(PersonRecord person) {
        if (person.deathDate() != null) {
            throw new RefusedException(new CannotPayPerson.PersonDeceased(person.id(), person.deathDate()));
        }
        if (person.accountProblem() != null) {
            throw new RefusedException(new CannotPayPerson.AccountRefused(person.id(), person.accountProblem()));
        }
    }

    private boolean seesAccounts(UUID id) {
        Caller reader = caller.get();
        return reader.hasAny(Roles.FINANCE, Roles.AUDITOR, Roles.REGISTRY_MANAGER)
                || reader.person().filter(id::equals).isPresent();
    }

    private Read view(PersonRecord person, Set<SensitiveField> opened) {
        UUID id = person.id();
        boolean cinOpen = opened.contains(SensitiveField.CIN);
        boolean pensionOpen = opened.contains(SensitiveField.PENSION);
        boolean accountOpen = opened.contains(SensitiveField.ACCOUNT);
        Optional<Rib> account = parts.account(id);
        byte[] sealed = person.cinSealed();
        Optional<Cin> cin = sealed == null
                ? Optional.empty()
                : Optional.of(new Cin(seal.open(SealedColumn.PERSON_CIN, id, sealed)));
        boolean healthOpen = opened.contains(SensitiveField.HEALTH);
        List<PersonParts.CategoryRow> categories = parts.categories(id);
        boolean evidence = categories.stream().anyMatch(row -> row.evidence() != null);
        List<String> masked = Stream.of(
                        SensitiveField.CIN, SensitiveField.PENSION, SensitiveField.ACCOUNT, SensitiveField.HEALTH)
                .filter(field -> !opened.contains(field) && (field != SensitiveField.HEALTH || evidence))
                .map(SensitiveField::shown)
                .toList();
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
                cin.map(known -> cinOpen ? known.number() : known.masked()).orElse(null),
                person.cinVerified(),
                person.office(),
                person.province(),
                categories.stream()
                        .map(row -> new PersonView.HeldCategory(
                                row.id(),
                                row.category(),
                                row.from(),
                                row.until(),
                                row.endReason(),
                                healthOpen ? texts.open(id, row.evidence()) : null))
                        .toList(),
                parts.links(id).stream()
                        .map(row -> new PersonView.Link(row.kind(), row.personId(), row.from(), row.until()))
                        .toList(),
                pensionOpen ? parts.pension(id, rules.today()).orElse(null) : null,
                account.map(rib -> new PersonView.Account(rib.maskedIban(), accountOpen ? rib.iban() : null))
                        .orElse(null),
                person.accountProblem(),
                masked,
                access.actions(person));
        return new Read(view, person.version());
    }
}
