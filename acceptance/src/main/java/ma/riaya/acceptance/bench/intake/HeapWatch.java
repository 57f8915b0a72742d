package ma.riaya.acceptance.bench.intake;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Set;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Watches the heap of another Java process from outside, ten times a second, through its own management beans. */
final class HeapWatch implements AutoCloseable {

    private static final int MILLIS = 100;
    private static final Set<String> OUTLIVED = Set.of("Tenured Gen", "Survivor Space");

    private final JMXConnector connector;
    private final MBeanServerConnection beans;
    private final Thread watching;
    private volatile double peak;
    private volatile double peakOutlived;

    private HeapWatch(JMXConnector connector) throws IOException {
        this.connector = connector;
        beans = connector.getMBeanServerConnection();
        // What came before is not this import's.
        ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class).gc();
        watching = Thread.ofPlatform().daemon().start(this::watch);
    }

    /** The address is that of a process of this machine, as the JDK gave it, and of no one else. */
    @SuppressWarnings("BanJNDI")
    static HeapWatch of(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            return new HeapWatch(JMXConnectorFactory.connect(new JMXServiceURL(address)));
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    /** The most that was in use, garbage included, in megabytes. */
    double peak() {
        return peak;
    }

    /** The most that had outlived a collection of the young, in megabytes: what a longer file would make grow. */
    double peakOutlived() {
        return peakOutlived;
    }

    @Override
    public void close() throws IOException {
        watching.interrupt();
        try {
            connector.close();
        } catch (IOException killed) {
            // The process watched may be gone.
        }
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                double all = 0;
                double outlived = 0;
                for (MemoryPoolMXBean pool : ManagementFactory.getPlatformMXBeans(beans, MemoryPoolMXBean.class)) {
                    if (pool.getType() == MemoryType.HEAP) {
                        double used = megabytes(pool.getUsage());
                        all += used;
                        outlived += OUTLIVED.contains(pool.getName()) ? used : 0;
                    }
                }
                peak = Math.max(peak, all);
                peakOutlived = Math.max(peakOutlived, outlived);
                Thread.sleep(MILLIS);
            }
        } catch (IOException | RuntimeException gone) {
            // The process watched is gone, and with it what there was to read.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static double megabytes(MemoryUsage usage) {
        return usage.getUsed() / 1048576.0;
    }
}
