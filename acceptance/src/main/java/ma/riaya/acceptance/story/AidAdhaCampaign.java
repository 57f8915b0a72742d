package ma.riaya.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ma.riaya.acceptance.bank.BankSimulator;
import ma.riaya.acceptance.registry.RegistryCount;
import ma.riaya.acceptance.registry.RegistryCount.NearMiss;
import ma.riaya.acceptance.registry.RegistryCount.Wave;

/**
 * The Aïd al-Adha campaign of 2025: two waves, from the registry to money confirmed by the bank.
 *
 * <p>Who must be on the lists comes from counting the registry's own file, not from the services.
 */
public final class AidAdhaCampaign {

    private static final String PROGRAMME = "AID_ADHA";
    private static final BigDecimal GRANT = new BigDecimal("1000.00");
    private static final String ALLOTTED = "6000000.00";
    private static final String OPENS = "nadia";
    private static final String APPROVES = "omar";
    private static final String PREPARES = "samira";

    private final Api api;
    private final Run run;
    private final Narrator narrator;
    private final BankDay bankDay;
    private final BankSimulator bank;
    private final Wave july;
    private final Wave december;
    private final CampaignYear year;

    public AidAdhaCampaign(Api api, Run run, Narrator narrator, BankSimulator bank, Path registry) {
        this.api = api;
        this.run = run;
        this.narrator = narrator;
        this.bank = bank;
        this.bankDay = new BankDay(api, run, narrator, bank);
        this.year = new CampaignYear(api, run);
        try {
            this.july = RegistryCount.of(registry, RegistryCount.FIRST_WAVE);
            this.december =
                    RegistryCount.of(registry, RegistryCount.SECOND_WAVE).after(july);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void tell() {
        narrator.title("The Aïd al-Adha campaign of 2025");
        int booked = year.of(PROGRAMME);
        Envelope envelope = year.isFirst()
                ? Envelope.find(api, PREPARES, PROGRAMME, "HQ", booked)
                : Envelope.allot(api, PROGRAMME, "HQ", booked, ALLOTTED);
        Envelope.Figures before = envelope.figures(narrator);
        Answer opened = open(booked);
        String campaign = opened.json().path("id").asText();
        BankDay.Outcome first = wave(campaign, 1, july, envelope, "المرحلة الأولى", "Première vague");
        BankDay.Outcome second = wave(campaign, 2, december, envelope, "المرحلة الثانية", "Deuxième vague");
        Envelope.Figures after = balance(envelope);
        // Nobody remembers what the envelope held before a run that is taken up again.
        if (!opened.isReplayed()) {
            narrator.confirmSum(
                    "paid by this run",
                    first.sumPaid().add(second.sumPaid()),
                    after.paid().subtract(before.paid()));
            narrator.confirmSum(
                    "committed by this run for vouchers",
                    GRANT.multiply(BigDecimal.valueOf(
                            july.unpayable().size() + december.unpayable().size())),
                    after.committed().subtract(before.committed()));
        }
    }

    /** The demonstration allots enough for one run; each further one needs its own money. Answers what the envelope holds then. */
    private Envelope.Figures provide(String campaign, int number, Envelope envelope, BigDecimal needed) {
        Envelope.Figures now = envelope.figures(narrator);
        String state = api.as(OPENS)
                .at(Service.WELFARE, "/v1/campaigns/{}/waves/{}", campaign, number)
                .get()
                .expect(200)
                .json()
                .path("state")
                .asText();
        BigDecimal missing = needed.subtract(now.available());
        if (missing.signum() > 0 && Set.of("SELECTED", "PROPOSED").contains(state)) {
            narrator.say("the envelope has too little left, so the administrator raises it");
            envelope.amend(
                    run.key("raise:" + number + ":" + missing), now.allotted().add(missing));
            return envelope.figures(narrator);
        }
        return now;
    }

    private Answer open(int booked) {
        narrator.step(OPENS + " of the committee opens the campaign of " + Dirhams.shown(GRANT) + " a person.");
        Answer opened = api.as(OPENS)
                .at(Service.WELFARE, "/v1/campaigns")
                .key(run.key("campaign"))
                .post(Map.of(
                        "programme",
                        PROGRAMME,
                        "nameAr",
                        "منحة عيد الأضحى 2025",
                        "nameFr",
                        year.named("Aide de l’Aïd al-Adha 2025"),
                        "year",
                        booked,
                        "amount",
                        Dirhams.body(GRANT.toPlainString()),
                        "envelopeOffice",
                        "HQ"))
                .expect(201);
        narrator.begin(run, opened);
        return opened;
    }

    private BankDay.Outcome wave(
            String campaign, int number, Wave expected, Envelope envelope, String nameAr, String nameFr) {
        narrator.step("Wave " + number + ": the registry as of " + expected.asOf() + " is searched, the list frozen.");
        api.as(OPENS)
                .at(Service.WELFARE, "/v1/campaigns/{}/waves", campaign)
                .key(run.key("wave-" + number))
                .post(Map.of("asOf", expected.asOf().toString(), "nameAr", nameAr, "nameFr", nameFr))
                .expect(201);
        lists(campaign, number, expected);

        int transfers = expected.widows().size() + expected.retirees().size();
        int vouchers = expected.unpayable().size();
        BigDecimal all = GRANT.multiply(BigDecimal.valueOf((long) transfers + vouchers));
        Envelope.Figures before = provide(campaign, number, envelope, all);
        boolean fresh = decide(campaign, number);
        if (fresh) {
            narrator.confirmSum(
                    "reserved for the wave",
                    all,
                    envelope.figures(narrator).reserved().subtract(before.reserved()));
        }

        narrator.step(PREPARES + " of finance makes one payment batch; vouchers get their numbers.");
        Answer ordered = api.as(PREPARES)
                .at(Service.WELFARE, "/v1/campaigns/{}/waves/{}/payment-batch", campaign, number)
                .key(run.key("batch-" + number))
                .post()
                .expect(200, 201);
        String batch = ordered.json().path("id").asText();
        if (!ordered.isReplayed()) {
            narrator.confirmSum(
                    "committed for the wave",
                    all,
                    envelope.figures(narrator).committed().subtract(before.committed()));
        }

        narrator.step("Another of finance releases the batch, and the file goes to the bank.");
        BigDecimal sum = GRANT.multiply(BigDecimal.valueOf(transfers));
        var payment = bankDay.release(batch, transfers, sum);

        narrator.step("The bank answers, and sends back what does not stay: days later in life, at once here.");
        bankDay.answer();
        bankDay.sendBack();
        BankDay.Outcome outcome = bankDay.reconcile(batch, payment, GRANT);
        narrator.say(String.format(
                Locale.ROOT,
                "wave %d: %,d paid, %,d refused, %,d returned, %,d vouchers",
                number,
                outcome.paid(),
                outcome.refused(),
                outcome.returned(),
                vouchers));
        return outcome;
    }

    private void lists(String campaign, int number, Wave expected) {
        List<JsonNode> transfers = lines(campaign, number, "TRANSFER");
        Set<String> entitled = new TreeSet<>(expected.widows());
        entitled.addAll(expected.retirees());
        narrator.confirmSame("people to whom money is transferred", entitled, references(transfers));
        narrator.say("of them " + expected.widows().size() + " widows and "
                + expected.retirees().size() + " retirees, such as " + named(transfers.getFirst()));
        narrator.confirmSame(
                "entitled in all but an account, who get a voucher",
                expected.unpayable(),
                references(lines(campaign, number, "VOUCHER")));
        nearMisses(
                wave(campaign, number)
                        .query("verdict", "NEAR_MISS")
                        .purpose("PAYMENT")
                        .all(),
                expected);
        if (number > 1) {
            Set<String> served = new TreeSet<>(july.widows());
            served.addAll(july.retirees());
            served.addAll(july.unpayable());
            List<String> told = references(
                    wave(campaign, number).query("reason", "already-in-wave-1").all());
            // The others get so much more pension by now that nobody asks for them.
            narrator.confirmThat(
                    !told.isEmpty() && served.containsAll(told),
                    String.format(
                            Locale.ROOT, "%,d are listed as already in wave 1, and all of them were", told.size()));
        }
    }

    /** Whoever misses the grant by one thing is listed with that thing as the reason. */
    private void nearMisses(List<JsonNode> lines, Wave expected) {
        Map<String, JsonNode> listed = lines.stream()
                .collect(Collectors.toMap(line -> line.path("reference").asText(), line -> line, (one, two) -> one));
        Map<NearMiss, Set<String>> reasons = new TreeMap<>();
        for (NearMiss kind : List.of(NearMiss.ONE_CENT_ABOVE, NearMiss.DEAD, NearMiss.REMARRIED)) {
            Set<String> unexplained = new TreeSet<>();
            for (String reference : expected.missed(kind)) {
                String reason = listed.containsKey(reference)
                        ? listed.get(reference).path("reason").asText("")
                        : "";
                if (reason.isEmpty()) {
                    unexplained.add(reference);
                } else {
                    reasons.computeIfAbsent(kind, none -> new HashSet<>()).add(reason);
                }
            }
            narrator.confirmThat(
                    unexplained.isEmpty(),
                    "each of " + expected.missed(kind).size() + " " + told(kind) + " is listed with the reason"
                            + (unexplained.isEmpty() ? "" : "; not so: " + unexplained));
            expected.missed(kind).stream()
                    .limit(1)
                    .map(listed::get)
                    .forEach(line -> narrator.say("such as " + named(line) + ": "
                            + line.path("reasons").path(0).path("text").asText()));
        }
        narrator.confirm(
                "of these three kinds, those with a reason of their own",
                3L,
                reasons.values().stream().distinct().count());
    }

    private static String told(NearMiss kind) {
        return switch (kind) {
            case ONE_CENT_ABOVE -> "whose pension is one centime above the ceiling";
            case DEAD -> "who had died by that day";
            case REMARRIED -> "who had married again by that day";
            case WITHOUT_ACCOUNT -> "without a bank account";
            case WRONG_RIB -> "whose account has a wrong key";
        };
    }

    /** Proposes and approves; answers whether that happened now, and not in a former run. */
    private boolean decide(String campaign, int number) {
        narrator.step("The list is proposed by " + OPENS + " and approved by " + APPROVES + ".");
        api.as(OPENS)
                .at(Service.WELFARE, "/v1/campaigns/{}/waves/{}/proposal", campaign, number)
                .key(run.key("proposal-" + number))
                .post()
                .expect(200, 201);
        Answer own = api.as(OPENS)
                .at(Service.WELFARE, "/v1/campaigns/{}/waves/{}/approval", campaign, number)
                .key(run.key("own-approval-" + number))
                .post();
        narrator.confirmRefused(
                "who proposed the list may not approve it", own, "approver-is-proposer", "approver-selected");
        return !api.as(APPROVES)
                .at(Service.WELFARE, "/v1/campaigns/{}/waves/{}/approval", campaign, number)
                .key(run.key("approval-" + number))
                .post()
                .expect(200, 201)
                .isReplayed();
    }

    private Envelope.Figures balance(Envelope envelope) {
        narrator.step("The books are compared: the envelope's, the lines' and the bank's.");
        Envelope.Figures figures = envelope.figures(narrator);
        CampaignBooks.of(api, envelope).confirm(narrator, figures);
        narrator.confirmThat(bank.doubleCredits().isEmpty(), "nobody was paid twice at the bank");
        return figures;
    }

    private List<JsonNode> lines(String campaign, int number, String verdict) {
        return wave(campaign, number).query("verdict", verdict).all();
    }

    private Call wave(String campaign, int number) {
        return api.as(OPENS).at(Service.WELFARE, "/v1/campaigns/{}/waves/{}/lines", campaign, number);
    }

    private static List<String> references(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("reference").asText()).toList();
    }

    private static String named(JsonNode line) {
        return Narrator.arabic(line.path("nameAr").asText()) + " ("
                + line.path("nameLatin").asText() + ", "
                + line.path("reference").asText() + ")";
    }
}
