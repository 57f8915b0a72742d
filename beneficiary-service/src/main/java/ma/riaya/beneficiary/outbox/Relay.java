package ma.riaya.beneficiary.outbox;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Sends what waits in the outbox to welfare-service, some hundreds at a time, in order for each person.
 *
 * <p>It is marked as taken after the answer, and in no transaction meanwhile: after a crash in between it is sent again.
 */
@Singleton
public class Relay {

    static final int EACH = 500;

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final WelfareApi welfare;
    private final OidcClient identity;
    private final Optional<String> address;

    Relay(
            Outbox outbox,
            @RestClient WelfareApi welfare,
            OidcClient identity,
            @ConfigProperty(name = "riaya.welfare.url") Optional<String> address) {
        this.outbox = outbox;
        this.welfare = welfare;
        this.identity = identity;
        this.address = address;
    }

    /** Sends all that is due; where something fails, the rest waits for the next round. */
    @Scheduled(every = "${riaya.outbox.every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        if (address.isEmpty()) {
            return;
        }
        boolean more = true;
        while (more) {
            List<Notice> taken = outbox.take(EACH);
            more = !taken.isEmpty() && send(taken) && taken.size() == EACH;
        }
    }

    private boolean send(List<Notice> notices) {
        try {
            welfare.take(bearer(), key(notices), new WelfareApi.Notices(notices));
        } catch (WebApplicationException refusal) {
            if (notices.size() > 1 && isOfContent(refusal.getResponse().getStatus())) {
                return sendInHalves(notices);
            }
            return failed(notices, refusal);
        } catch (RuntimeException fault) {
            return failed(notices, fault);
        }
        outbox.delivered(notices);
        return true;
    }

    /** One notice that is not taken keeps no other waiting: it is found by halves. */
    private boolean sendInHalves(List<Notice> notices) {
        int half = notices.size() / 2;
        boolean first = send(notices.subList(0, half));
        boolean second = send(notices.subList(half, notices.size()));
        return first && second;
    }

    /** What is wrong with the notices, and not with the connection, the token or the moment. */
    private static boolean isOfContent(int status) {
        return status == 400 || status == 409 || status == 413 || status == 422;
    }

    private boolean failed(List<Notice> notices, RuntimeException fault) {
        LOG.warnf(
                "%d notices from %d on are not taken and will be sent again: %s",
                notices.size(), notices.getFirst().sequence(), fault.getClass().getSimpleName());
        outbox.failed(notices, fault.getClass().getSimpleName());
        return false;
    }

    private String bearer() {
        return "Bearer " + identity.getTokens().await().atMost(PATIENCE).getAccessToken();
    }

    /** The same notices sent again have the same key. */
    private static String key(List<Notice> notices) {
        String ids = notices.stream().map(notice -> notice.id().toString()).collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Scheduled(every = "24h", delayed = "25m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        outbox.forget();
    }
}
