package ma.riaya.welfare.campaign;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.budget.Envelopes;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.office.OfficeCodes;
import ma.riaya.welfare.programme.AmountRange;
import ma.riaya.welfare.programme.Programme;
import ma.riaya.welfare.programme.Programmes;

/** Opens a campaign of a programme, which fixes its rules, its amount and the envelope that pays. */
@Singleton
class OpenCampaign {

    private final CampaignBook book;
    private final Programmes programmes;
    private final Envelopes envelopes;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    OpenCampaign(
            CampaignBook book,
            Programmes programmes,
            Envelopes envelopes,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.book = book;
        this.programmes = programmes;
        this.envelopes = envelopes;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    record Opening(String programme, String nameAr, String nameFr, int year, Money amount, String envelopeOffice) {}

    /**
     * Refused as programme-unknown, office-unknown, programme-without-campaign, campaign-amount-out-of-range, campaign-already-open or
     * envelope-missing.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Campaign open(Opening opening) {
        Programme programme = programmes.inForce(opening.programme());
        OfficeCodes.demandKnown(opening.envelopeOffice());
        if (programme.campaignRules().isEmpty()) {
            throw new RefusedException(new CannotRun.ProgrammeWithoutRules(programme.code()));
        }
        AmountRange range = programme.amount();
        if (range != null && !range.holds(opening.amount())) {
            throw new RefusedException(new CannotRun.AmountOutOfRange(range.min(), range.max(), opening.amount()));
        }
        refuseIfOpen(opening);
        Campaign campaign = new Campaign(
                UuidCreator.getTimeOrderedEpochPlus1(),
                programme.code(),
                programme.version(),
                opening.nameAr(),
                opening.nameFr(),
                opening.year(),
                opening.amount(),
                envelopes.find(programme.code(), opening.envelopeOffice(), opening.year()),
                caller.get().subject(),
                clock.instant());
        if (!book.insert(campaign)) {
            refuseIfOpen(opening);
            throw new IllegalStateException("a campaign that stands in the way is not to be seen");
        }
        audit.append(AuditEntry.of("campaign-opened", "campaign", campaign.id())
                .with(Map.of(
                        "programme",
                        campaign.programme(),
                        "amount",
                        campaign.amount().toString())));
        return campaign;
    }

    /** A second campaign of the year would select the same people again: latecomers are a further wave of the first. */
    private void refuseIfOpen(Opening opening) {
        book.find(opening.programme(), opening.year()).ifPresent(first -> {
            throw new RefusedException(new CannotRun.AlreadyOpen(first.programme(), first.year(), first.id()));
        });
    }
}
