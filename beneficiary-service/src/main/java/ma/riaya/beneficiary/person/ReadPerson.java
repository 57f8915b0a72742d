package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
public class ReadPerson {

    /** That there is someone to look at, after whom a clerk in a hurry need not look. */
    private static final String SEE_DOUBLES = "see-possible-doubles";

    private final PersonAccess access;
    private final PersonParts parts;
    private final NamePayee payee;
    private final IdentityRules rules;
    private final MergedRecords merged;
    private final Seal seal;
    private final SealedText texts;
    private final StatePurpose purposes;
    private final RecordLooks looks;
    private final CurrentCaller caller;

    ReadPerson(
            PersonAccess access,
            PersonParts parts,
            NamePayee payee,
            IdentityRules rules,
            MergedRecords merged,
            Seal seal,
            SealedText texts,
            StatePurpose purposes,
            RecordLooks looks,
            CurrentCaller caller) {
        this.access = access;
        this.parts = parts;
        this.payee = payee;
        this.rules = rules;
        this.merged = merged;
        this.seal = seal;
        this.texts = texts;
        this.purposes = purposes;
        this.looks = looks;
        this.caller = caller;
    }

    /** A view and the version that it shows. */
    public record Read(PersonView view, long version) {}

    /** With a purpose, the fields asked for, or all that it opens to the caller where none is named. */
    @Transactional
    Read read(UUID id, Optional<StatedPurpose> purpose, Set<SensitiveField> asked) {
        PersonRecord person = access.toRead(id);
        if (purpose.isEmpty()) {
            return asAsked(view(person, Set.of(), List.of()), id);
        }
        Set<SensitiveField> opened = EnumSet.copyOf(purpose.get().covers());
        if (!seesAccounts(person.id())) {
            opened.remove(SensitiveField.ACCOUNT);
        }
        purposes.demandCovered(opened, asked);
        if (!asked.isEmpty()) {
            opened.retainAll(asked);
        }
        looks.record(RecordLooks.Look.at(person.id(), "person-sensitive-read", opened)
                .forPurpose(purpose.get().code()));
        return asAsked(view(person, opened, List.of()), id);
    }

    /** A merged record answers as its survivor, and says so. */
    private static Read asAsked(Read read, UUID id) {
        return read.view().id().equals(id) ? read : new Read(read.view().askedAs(id), read.version());
    }

    /** The person as it stands after a change, masked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Read masked(UUID id) {
        return masked(id, List.of());
    }

    /** The same with the doubts about the change. */
    @Transactional(Transactional.TxType.MANDATORY)
    Read masked(UUID id, List<String> warnings) {
        return view(access.toRead(id), Set.of(), warnings);
    }

    /** The same of someone who has just been entered, who may be someone else of the registry. */
    @Transactional(Transactional.TxType.MANDATORY)
    Read masked(UUID id, int possibleDoubles) {
        Read read = masked(id);
        return possibleDoubles == 0 ? read : new Read(read.view().withAction(SEE_DOUBLES), read.version());
    }

    /** The account to pay into, for the purpose of payment alone. */
    @Transactional
    AccountView account(UUID id, StatedPurpose purpose) {
        PersonRecord person = access.toRead(id);
        demandAlive(person);
        PersonRecord paid =
                payee.today(person.id()).orElseThrow(() -> new RefusedException(new CannotPayPerson.PayeeMissing(id)));
        demandAlive(paid);
        demandTrusted(paid);
        Rib rib = parts.account(paid.id()).orElseThrow(() -> new RefusedException(parts.whyNoAccount(id, paid.id())));
        looks.record(RecordLooks.Look.at(paid.id(), "account-read", Set.of(SensitiveField.ACCOUNT))
                .forPurpose(purpose.code())
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

    private boolean seesAccounts(UUID id) {
        Caller reader = caller.get();
        return reader.hasAny(Roles.FINANCE, Roles.AUDITOR, Roles.REGISTRY_MANAGER)
                || reader.person().filter(id::equals).isPresent();
    }

    private Read view(PersonRecord person, Set<SensitiveField> opened, List<String> warnings) {
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
                        .map(row -> new PersonView.Link(
                                row.id(), row.kind(), row.personId(), row.from(), row.until(), row.endReason()))
                        .toList(),
                pensionOpen ? parts.pension(id, rules.today()).orElse(null) : null,
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
