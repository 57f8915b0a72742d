package ma.riaya.welfare.payment;

import java.util.UUID;

/**
 * A payment as others may know it.
 *
 * @param endToEndId its reference at the bank, unique for ever
 * @param state the name of its state, such as {@code ORDERED} or {@code PAID}
 */
public record Disbursement(UUID id, String endToEndId, String state) {}
