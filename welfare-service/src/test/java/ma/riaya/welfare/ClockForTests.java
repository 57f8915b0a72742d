package ma.riaya.welfare;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The clock of the service under test: the real time, until a test lets days pass. */
@Singleton
public class ClockForTests {

    private static volatile Duration ahead = Duration.ZERO;

    /** Lets time pass, for all until {@link #reset}. */
    public static void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    public static void reset() {
        ahead = Duration.ZERO;
    }

    @Produces
    @Singleton
    Clock clock() {
        return new Ahead(ZoneOffset.UTC);
    }

    private static final class Ahead extends Clock {

        private final ZoneId zone;

        Ahead(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Ahead(other);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
        }
    }
}
