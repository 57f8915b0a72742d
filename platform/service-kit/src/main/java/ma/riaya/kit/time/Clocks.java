package ma.riaya.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** The clock of the product: UTC, to the microsecond, which is what PostgreSQL keeps. */
@Singleton
public class Clocks {

    /** The zone of the business day. */
    public static final ZoneId BUSINESS_ZONE = ZoneId.of("Africa/Casablanca");

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
