package ma.riaya.beneficiary.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Holding.Key;
import ma.riaya.beneficiary.person.Holdings;
import ma.riaya.beneficiary.person.IdentityRules;
import ma.riaya.beneficiary.person.Knowledge;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.beneficiary.protection.SeeEverybody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Says when a person reaches which age, and once a day ends what sources leave without an end although the age is reached. */
@Singleton
public class ReachAges {

    private static final Logger LOG = Logger.getLogger(ReachAges.class);
    private static final int EACH = 200;

    private final Jdbi jdbi;
    private final Holdings holdings;
    private final Replay replay;
    private final Steps steps;
    private final Ages ages;
    private final IdentityRules rules;
    private final Knowledge knowledge;
    private final PersonAccess access;
    private final SeeEverybody everybody;

    ReachAges(
            Jdbi jdbi,
            Holdings holdings,
            Replay replay,
            Steps steps,
            Ages ages,
            IdentityRules rules,
            Knowledge knowledge,
            PersonAccess access,
            SeeEverybody everybody) {
        this.jdbi = jdbi;
        this.holdings = holdings;
        this.replay = replay;
        this.steps = steps;
        this.ages = ages;
        this.rules = rules;
        this.knowledge = knowledge;
        this.access = access;
        this.everybody = everybody;
    }

    @Schema(name = "Ages")
    record Reached(
            UUID personId,
            List<Age> ages,

            @Nullable
            @Schema(
                    examples = "2031-04-21",
                    description =
                            "The first day on which the person is no child or orphan to the registry; null where disability lifts the limit.")
            LocalDate limit) {}

    @Schema(name = "Age")
    record Age(int age, @Schema(examples = "2028-04-21") LocalDate on) {}

    @Transactional
    Reached of(UUID asked) {
        access.demandReadable(asked);
        UUID person = access.answering(asked);
        LocalDate birth = Objects.requireNonNull(holdings.seen(List.of(person)).get(person))
                .birthDate();
        List<Step> moved = steps.about(List.of(person)).stream()
                .filter(step -> step.key().equals(Key.of(person, Category.CHILD)))
                .toList();
        return new Reached(
                person,
                Ages.TOLD.stream()
                        .map(age -> new Age(age, birth.plusYears(age)))
                        .toList(),
                ages.limit(birth, moved).orElse(null));
    }

    @Scheduled(every = "24h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void daily() {
        int ended = endAll();
        if (ended > 0) {
            LOG.infof("%d persons reached the age at which a child or an orphan is one no more", ended);
        }
    }

    /** Some hundred persons at a time, each time in a transaction of its own; answers how many records changed. */
    int endAll() {
        int ended = 0;
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<UUID> due = QuarkusTransaction.requiringNew().call(() -> everybody.meanwhile(() -> due(from)));
            if (due.isEmpty()) {
                return ended;
            }
            ended += QuarkusTransaction.requiringNew().call(() -> end(Set.copyOf(due)));
            after = due.getLast();
        }
    }

    private int end(Set<UUID> persons) {
        knowledge.begin(Knowledge.Cause.RULE, null, null);
        return replay.run(persons).size();
    }

    /** Whom a limit concerns that schooling may have moved or disability lifted: the replay looks closer. */
    private List<UUID> due(UUID after) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT c.person_id FROM category_period c JOIN person p ON p.id = c.person_id
                        WHERE c.category IN ('CHILD', 'ORPHAN') AND c.known_until IS NULL AND upper_inf(c.held)
                          AND p.birth_date <= :born AND lower(c.held) < p.birth_date + make_interval(years => :usual)
                          AND c.person_id > :after
                        ORDER BY c.person_id LIMIT :rows
                        """)
                .bind("born", rules.today().minusYears(ages.usual()))
                .bind("usual", ages.usual())
                .bind("after", after)
                .bind("rows", EACH)
                .mapTo(UUID.class)
                .list());
    }
}
