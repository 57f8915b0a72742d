package ma.riaya.welfare.payment.bankfile;

import java.math.BigDecimal;

/**
 * One credit transfer, as the bank is to carry it out.
 *
 * @param endToEndId our own reference of the payment, which every answer of the bank repeats
 * @param amount in dirhams, with two decimals
 * @param holder the account's holder, in any script
 */
public record Transfer(String endToEndId, BigDecimal amount, String holder, String iban) {}
