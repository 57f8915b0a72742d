package ma.riaya.welfare.campaign;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.encryption.FieldCipher;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Campaigns and their waves as stored. */
@Singleton
class CampaignBook {

    private static final String CAMPAIGN = """
            SELECT id, programme, programme_version, name_ar, name_fr, year, amount, envelope, opened_by, opened_at FROM campaign
            """;

    private static final String WAVE = """
            SELECT id, campaign, number, as_of, name_ar, name_fr, state, transfers, vouchers, near_misses, total, selected_by, selected_at,
                   proposed_by, proposed_at, approved_by, approved_at, ordered_by, ordered_at, batch, withheld, withheld_total,
                   discarded_by, discarded_at, discard_reasons
            FROM campaign_wave
            """;

    private final Jdbi jdbi;
    private final FieldCipher cipher;
    private final Clock clock;

    CampaignBook(Jdbi jdbi, FieldCipher cipher, Clock clock) {
        this.jdbi = jdbi;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Stores it, unless the programme has one in that year; whoever comes second waits, and is told. */
    boolean insert(Campaign campaign) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO campaign (id, programme, programme_version, name_ar, name_fr, year, amount, envelope, opened_by, opened_at)
                        VALUES (:id, :programme, :version, :nameAr, :nameFr, :year, :amount, :envelope, :openedBy, :openedAt)
                        ON CONFLICT ON CONSTRAINT campaign_one_a_year DO NOTHING
                        """)
                        .bind("id", campaign.id())
                        .bind("programme", campaign.programme())
                        .bind("version", campaign.programmeVersion())
                        .bind("nameAr", campaign.nameAr())
                        .bind("nameFr", campaign.nameFr())
                        .bind("year", campaign.year())
                        .bind("amount", campaign.amount())
                        .bind("envelope", campaign.envelope())
                        .bind("openedBy", campaign.openedBy())
                        .bind("openedAt", campaign.openedAt().atOffset(ZoneOffset.UTC))
                        .execute())
                == 1;
    }

    /** The one campaign of a programme in a year. */
    Optional<Campaign> find(String programme, int year) {
        return jdbi.withHandle(handle -> handle.createQuery(CAMPAIGN + "WHERE programme = :programme AND year = :year")
                .bind("programme", programme)
                .bind("year", year)
                .mapTo(Campaign.class)
                .findOne());
    }

    Campaign get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(CAMPAIGN + "WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Campaign.class)
                        .findOne())
                .orElseThrow(() -> new RefusedException(new CannotRun.CampaignUnknown(id)));
    }

    /** Waves of a campaign are made one after another: each waits here until the one before has ended. */
    void hold(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(CAST(:id AS text), 0))")
                .bind("id", id)
                .mapTo(int.class)
                .one());
    }

    /** Newest first. */
    List<Campaign> page(@Nullable Cursor before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        CAMPAIGN + "WHERE CAST(:before AS uuid) IS NULL OR id < :before ORDER BY id DESC LIMIT :rows")
                .bind("before", before == null ? null : before.uuid(0))
                .bind("rows", rows)
                .mapTo(Campaign.class)
                .list());
    }

    int nextNumber(UUID campaign) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(max(number), 0) + 1 FROM campaign_wave WHERE campaign = :campaign")
                .bind("campaign", campaign)
                .mapTo(int.class)
                .one());
    }

    void insert(Wave wave) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO campaign_wave (id, campaign, number, as_of, name_ar, name_fr, state, transfers, vouchers, near_misses, total, selected_by, selected_at)
                        VALUES (:id, :campaign, :number, :asOf, :nameAr, :nameFr, 'SELECTED', :transfers, :vouchers, :nearMisses, :total, :selectedBy, :selectedAt)
                        """)
                .bind("id", wave.id())
                .bind("campaign", wave.campaign())
                .bind("number", wave.number())
                .bind("asOf", wave.asOf())
                .bind("nameAr", wave.nameAr())
                .bind("nameFr", wave.nameFr())
                .bind("transfers", wave.transfers())
                .bind("vouchers", wave.vouchers())
                .bind("nearMisses", wave.nearMisses())
                .bind("total", wave.total())
                .bind("selectedBy", wave.selectedBy())
                .bind("selectedAt", wave.selectedAt().atOffset(ZoneOffset.UTC))
                .execute());
    }

    Wave wave(UUID campaign, int number) {
        return find(campaign, number, "");
    }

    /** Held until the transaction ends. */
    Wave holdWave(UUID campaign, int number) {
        return find(campaign, number, " FOR UPDATE");
    }

    /** By campaign, in their order; a campaign without any is not among them. */
    Map<UUID, List<Wave>> waves(Collection<UUID> campaigns) {
        return jdbi.withHandle(handle -> handle
                .createQuery(WAVE + "WHERE campaign = ANY(:campaigns) ORDER BY campaign, number")
                .bindArray("campaigns", UUID.class, campaigns)
                .mapTo(Wave.class)
                .stream()
                .collect(Collectors.groupingBy(Wave::campaign)));
    }

    void propose(UUID wave, String actor) {
        move(
                wave,
                actor,
                "UPDATE campaign_wave SET state = 'PROPOSED', proposed_by = :actor, proposed_at = :now WHERE id = :id");
    }

    void approve(UUID wave, String actor) {
        move(
                wave,
                actor,
                "UPDATE campaign_wave SET state = 'APPROVED', approved_by = :actor, approved_at = :now WHERE id = :id");
    }

    void order(UUID wave, String actor, @Nullable UUID batch, Due due) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE campaign_wave SET state = 'ORDERED', ordered_by = :actor, ordered_at = :now, batch = CAST(:batch AS uuid),
                            withheld = :withheld, withheld_total = :withheldTotal
                        WHERE id = :id
                        """)
                .bind("id", wave)
                .bind("actor", actor)
                .bind("now", now())
                .bind("batch", batch)
                .bind("withheld", due.withheld().size())
                .bind("withheldTotal", due.withheldTotal())
                .execute());
    }

    void discard(UUID wave, String actor, String reasons) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE campaign_wave SET state = 'DISCARDED', discarded_by = :actor, discarded_at = :now, discard_reasons = :reasons WHERE id = :id
                        """)
                .bind("id", wave)
                .bind("actor", actor)
                .bind("now", now())
                .bind("reasons", cipher.encrypt(reasons, reasonsOf(wave)))
                .execute());
    }

    /** Why the wave was given up; nothing where it was not. */
    @Nullable
    String discardReasons(Wave wave) {
        byte[] sealed = wave.discardReasons();
        return sealed == null ? null : cipher.decryptText(sealed, reasonsOf(wave.id()));
    }

    private static FieldCipher.Field reasonsOf(UUID wave) {
        return new FieldCipher.Field("campaign_wave.discard_reasons", wave);
    }

    private void move(UUID wave, String actor, String update) {
        jdbi.useHandle(handle -> handle.createUpdate(update)
                .bind("id", wave)
                .bind("actor", actor)
                .bind("now", now())
                .execute());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Wave find(UUID campaign, int number, String hold) {
        Optional<Wave> found = jdbi.withHandle(
                handle -> handle.createQuery(WAVE + "WHERE campaign = :campaign AND number = :number" + hold)
                        .bind("campaign", campaign)
                        .bind("number", number)
                        .mapTo(Wave.class)
                        .findOne());
        return found.orElseThrow(() -> new RefusedException(new CannotRun.WaveUnknown(campaign, number)));
    }
}
