package ma.riaya.beneficiary.person;

import java.util.UUID;

/** Told in the transaction in which a record leaves its place to another: what followed from events for it follows for it no more. */
public record RecordLeft(UUID person) {}
