package ma.riaya.welfare.payment;

import java.util.UUID;
import ma.riaya.welfare.money.Money;

/**
 * What is to be paid, frozen as it is ordered.
 *
 * @param tranche counts from 1; one live payment per source and tranche
 * @param envelope where the amount is committed already
 * @param payee the person of the registry whose account it is
 * @param holder the account's holder as the bank is to be told
 * @param approvedBy subject of who approved what it pays, and so takes no part in paying it
 */
public record NewDisbursement(
        SourceType sourceType,
        UUID source,
        int tranche,
        UUID envelope,
        Money amount,
        UUID payee,
        String holder,
        String iban,
        String approvedBy) {}
