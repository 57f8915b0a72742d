package ma.riaya.welfare.payment;

import java.util.UUID;
import ma.riaya.welfare.money.Money;

/**
 * A voucher to issue.
 *
 * @param envelope where its value is committed already
 * @param holder the person of the registry whom it is for
 */
public record NewVoucher(SourceType sourceType, UUID source, UUID envelope, Money amount, UUID holder) {}
