package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.beneficiary.protection.Seal;
import ma.riaya.beneficiary.protection.SealedColumn;

/** Lays records side by side for whoever judges whether they are one person; numbers stay masked. */
@Singleton
public class CompareRecords {

    private final PersonAccess access;
    private final PersonParts parts;
    private final Seal seal;

    CompareRecords(PersonAccess access, PersonParts parts, Seal seal) {
        this.access = access;
        this.parts = parts;
        this.seal = seal;
    }

    /** The record as it stands; refused as unknown or out of reach. */
    @Transactional(Transactional.TxType.MANDATORY)
    public RecordSide side(UUID id) {
        PersonRecord person = access.toRead(id);
        List<RecordSide.Held> categories = parts.categories(person.id()).stream()
                .map(row -> new RecordSide.Held(row.id(), row.category(), row.from(), row.until(), row.endReason()))
                .toList();
        List<RecordSide.Link> links = parts.links(person.id()).stream()
                .map(row -> new RecordSide.Link(row.id(), row.kind(), row.personId(), row.from(), row.until()))
                .toList();
        byte[] sealed = person.cinSealed();
        return new RecordSide(
                person.id(),
                person.reference(),
                person.matricule(),
                person.familyNameAr(),
                person.givenNameAr(),
                person.familyNameLatin(),
                person.givenNameLatin(),
                person.sex(),
                person.birthDate(),
                person.deathDate(),
                Optional.ofNullable(sealed)
                        .map(cin -> new Cin(seal.open(SealedColumn.PERSON_CIN, person.id(), cin)).masked())
                        .orElse(null),
                person.cinVerified(),
                person.province(),
                person.office(),
                parts.account(person.id()).map(Rib::maskedIban).orElse(null),
                categories,
                links,
                person.version());
    }
}
