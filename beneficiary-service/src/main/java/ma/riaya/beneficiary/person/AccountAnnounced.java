package ma.riaya.beneficiary.person;

import java.util.UUID;
import ma.riaya.beneficiary.account.Rib;

/** Told in the transaction in which a source announces another account than the last one on record. */
public record AccountAnnounced(UUID importId, Source source, UUID person, Rib account) {}
