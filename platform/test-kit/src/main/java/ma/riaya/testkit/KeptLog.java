package ma.riaya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what one logger writes, also what it would write for developers only, until it is closed. */
final class KeptLog extends Handler implements AutoCloseable {

    private static final long PATIENCE_IN_SECONDS = 10;

    private final BlockingQueue<LogRecord> kept = new LinkedBlockingQueue<>();
    private final Logger logger;
    private final Level before;

    KeptLog(String name) {
        logger = Logger.getLogger(name);
        before = logger.getLevel();
        logger.setLevel(Level.FINE);
        logger.addHandler(this);
    }

    /** The next line, which is waited for. */
    LogRecord next() throws InterruptedException {
        LogRecord next = kept.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("what is logged").isNotNull();
        return next;
    }

    @Override
    public void publish(LogRecord record) {
        kept.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
    }
}
