package ma.riaya.welfare.campaign;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.audit.Audit;
import ma.riaya.kit.audit.AuditEntry;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.kit.time.Clocks;
import ma.riaya.welfare.beneficiary.Candidate;
import ma.riaya.welfare.beneficiary.CandidateDirectory;
import ma.riaya.welfare.beneficiary.CandidateGroup;
import ma.riaya.welfare.money.Money;
import ma.riaya.welfare.programme.CampaignRule;
import ma.riaya.welfare.programme.Programmes;
import ma.riaya.welfare.registryevent.SamePerson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Selects a wave: first the registry is asked for everybody who may be meant, then the list is judged and frozen in one transaction. */
@Singleton
class SelectWave {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CandidateDirectory directory;
    private final CampaignBook book;
    private final LineBook lines;
    private final SamePerson same;
    private final Programmes programmes;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;
    private final BigDecimal reach;

    SelectWave(
            CandidateDirectory directory,
            CampaignBook book,
            LineBook lines,
            SamePerson same,
            Programmes programmes,
            CurrentCaller caller,
            Audit audit,
            Clock clock,
            @ConfigProperty(name = "riaya.campaign.near-miss-percent") BigDecimal margin) {
        this.directory = directory;
        this.book = book;
        this.lines = lines;
        this.same = same;
        this.programmes = programmes;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        reach = HUNDRED.add(margin).divide(HUNDRED);
    }

    record Asked(UUID campaign, LocalDate asOf, String nameAr, String nameFr) {}

    /** Everybody within the near-miss margin of a ceiling; refused as campaign-day-out-of-range, campaign-unknown, registry-unavailable or registry-busy. */
    @Transactional(Transactional.TxType.NEVER)
    List<Candidate> candidates(Asked asked) {
        refuseUnlessKnown(asked.asOf());
        List<CandidateGroup> groups = rules(book.get(asked.campaign())).stream()
                .map(rule -> new CandidateGroup(rule.category(), withMargin(rule.pensionUpTo())))
                .toList();
        return directory.candidates(asked.asOf(), groups);
    }

    /** Who was selected before in the campaign is a near miss now, whatever became of them; PostgreSQL has the last word on it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Wave freeze(Asked asked, List<Candidate> candidates) {
        book.hold(asked.campaign());
        same.hold();
        Campaign campaign = book.get(asked.campaign());
        List<Selected> selected = new Selection(
                        rules(campaign), asked.asOf(), lines.earlier(campaign.id()), same.known())
                .judge(candidates);
        Wave wave = wave(asked, campaign, selected);
        book.insert(wave);
        lines.insert(wave, campaign.amount(), selected);
        audit.append(AuditEntry.of("campaign-wave-selected", "campaign-wave", wave.id())
                .with(Map.of(
                        "campaign", campaign.id().toString(),
                        "asOf", wave.asOf().toString(),
                        "transfers", String.valueOf(wave.transfers()),
                        "vouchers", String.valueOf(wave.vouchers()),
                        "nearMisses", String.valueOf(wave.nearMisses()))));
        return wave;
    }

    private Wave wave(Asked asked, Campaign campaign, List<Selected> selected) {
        int transfers = count(selected, LineVerdict.TRANSFER);
        int vouchers = count(selected, LineVerdict.VOUCHER);
        return new Wave(
                UuidCreator.getTimeOrderedEpochPlus1(),
                campaign.id(),
                book.nextNumber(campaign.id()),
                asked.asOf(),
                asked.nameAr(),
                asked.nameFr(),
                WaveState.SELECTED,
                transfers,
                vouchers,
                count(selected, LineVerdict.NEAR_MISS),
                new Money(campaign.amount().amount().multiply(BigDecimal.valueOf((long) transfers + vouchers))),
                caller.get().subject(),
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                Money.ZERO,
                null,
                null,
                null);
    }

    /** A list is frozen on facts, and those of a day to come are not known yet. */
    private void refuseUnlessKnown(LocalDate asOf) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.BUSINESS_ZONE));
        if (asOf.isBefore(EARLIEST) || asOf.isAfter(today)) {
            throw new RefusedException(new CannotRun.DayOutOfRange(EARLIEST, today));
        }
    }

    private List<CampaignRule> rules(Campaign campaign) {
        return programmes
                .version(campaign.programme(), campaign.programmeVersion())
                .campaignRules();
    }

    private Money withMargin(Money ceiling) {
        return new Money(ceiling.amount().multiply(reach).setScale(2, RoundingMode.HALF_UP));
    }

    private static int count(List<Selected> lines, LineVerdict verdict) {
        return (int) lines.stream().filter(line -> line.verdict() == verdict).count();
    }
}
