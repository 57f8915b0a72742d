package ma.riaya.welfare.budget;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.precondition.CannotChange;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.office.OfficeCodes;
import ma.riaya.welfare.programme.Programmes;

/** Opens an envelope, or changes how much it holds. */
@Singleton
class AllotEnvelope {

    private final EnvelopeBook book;
    private final Programmes programmes;
    private final Audit audit;

    AllotEnvelope(EnvelopeBook book, Programmes programmes, Audit audit) {
        this.book = book;
        this.programmes = programmes;
        this.audit = audit;
    }

    @Transactional
    Envelope open(EnvelopeBook.Opening opening) {
        programmes.inForce(opening.programme());
        OfficeCodes.demandKnown(opening.office());
        Envelope opened = book.open(opening);
        audit.append(AuditEntry.of("envelope-opened", "envelope", opened.id())
                .with(Map.of("allotted", opened.allotted().toString())));
        return opened;
    }

    /** The allotment is never cut below what is held. */
    @Transactional
    Envelope amend(Envelope seen, Money allotted) {
        Envelope amended =
                book.amend(seen.id(), seen.version(), allotted).orElseThrow(() -> notAmended(seen, allotted));
        audit.append(AuditEntry.of("envelope-amended", "envelope", seen.id())
                .with(Map.of("from", seen.allotted().toString(), "to", allotted.toString())));
        return amended;
    }

    private RefusedException notAmended(Envelope seen, Money allotted) {
        Envelope now = get(seen.id());
        return new RefusedException(
                now.version() == seen.version()
                        ? new CannotOpen.BelowHeld(now.held(), allotted)
                        : new CannotChange.Stale());
    }

    Envelope get(UUID id) {
        return book.get(id).orElseThrow(() -> new RefusedException(new CannotOpen.EnvelopeUnknown(id)));
    }
}
