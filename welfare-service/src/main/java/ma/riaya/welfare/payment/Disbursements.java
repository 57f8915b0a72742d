package ma.riaya.welfare.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Orders payments; what becomes of each is told by {@link DisbursementsSettled}.
 *
 * <p>The amounts are committed in the budget by the caller; from here on the payment moves them.
 */
@Singleton
public class Disbursements {

    private static final String PREFIX = "RY";
    private static final Pattern OURS = Pattern.compile("[Rr][Yy][0-9A-Fa-f]{32}");

    private final PaymentBook book;
    private final CurrentCaller caller;
    private final Jdbi jdbi;

    Disbursements(PaymentBook book, CurrentCaller caller, Jdbi jdbi) {
        this.book = book;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    /** Creates the disbursement in the caller's transaction; refused as payer-is-approver, account-not-payable or disbursement-already-ordered. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Disbursement order(NewDisbursement ordered) {
        return orderAll(List.of(ordered)).getFirst();
    }

    /** Creates all of them in one statement, or none; answers them in the order given. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Disbursement> orderAll(List<NewDisbursement> ordered) {
        String actor = caller.get().subject();
        List<PaymentBook.Row> rows = new ArrayList<>(ordered.size());
        for (NewDisbursement one : ordered) {
            if (actor.equals(one.approvedBy())) {
                throw new RefusedException(new CannotOrder.PayerIsApprover());
            }
            if (Iban.of(one.iban()).isEmpty()) {
                throw new RefusedException(new CannotOrder.AccountNotPayable(one.payee()));
            }
            rows.add(new PaymentBook.Row(UuidCreator.getTimeOrderedEpochPlus1(), one));
        }
        if (book.insert(rows, actor) != rows.size()) {
            throw new RefusedException(
                    new CannotOrder.AlreadyOrdered(ordered.getFirst().source()));
        }
        return rows.stream()
                .map(row -> new Disbursement(row.id(), endToEndId(row.id()), DisbursementState.ORDERED.name()))
                .toList();
    }

    public Optional<Disbursement> find(UUID disbursement) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id, end_to_end_id, state FROM disbursement WHERE id = :id")
                        .bind("id", disbursement)
                        .mapTo(Disbursement.class)
                        .findOne());
    }

    /** The reference as we write it, of one that a bank repeats: many write capitals only, and ours are the same number in either. */
    static @Nullable String written(@Nullable String endToEndId) {
        return endToEndId != null && OURS.matcher(endToEndId).matches()
                ? PREFIX + endToEndId.substring(PREFIX.length()).toLowerCase(Locale.ROOT)
                : endToEndId;
    }

    /** As PostgreSQL makes it of the id. */
    static String endToEndId(UUID id) {
        return PREFIX + id.toString().replace("-", "");
    }
}
