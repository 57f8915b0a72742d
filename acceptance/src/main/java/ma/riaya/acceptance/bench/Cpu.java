package ma.riaya.acceptance.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.riaya.localstack.LocalStack;
import ma.riaya.localstack.Part;

/** The processor time that the parts of the product have used; PostgreSQL's is that of all its processes. */
final class Cpu {

    private final LocalStack stack;

    Cpu(LocalStack stack) {
        this.stack = stack;
    }

    /** What each part has used since it started. */
    Map<Part, Duration> used() {
        Map<Part, Duration> used = new EnumMap<>(Part.class);
        for (Part part : new Part[] {Part.WELFARE, Part.BENEFICIARY, Part.POSTGRES}) {
            stack.pid(part)
                    .ifPresent(pid -> ProcessHandle.of(pid)
                            .map(process -> Stream.concat(Stream.of(process), process.descendants())
                                    .map(one -> one.info().totalCpuDuration())
                                    .flatMap(Optional::stream)
                                    .reduce(Duration.ZERO, Duration::plus))
                            .ifPresent(sum -> used.put(part, sum)));
        }
        return used;
    }

    /** What a part has used since then, in milliseconds for each of so many acts. */
    static double millis(Map<Part, Duration> before, Map<Part, Duration> after, Part part, int acts) {
        return after.getOrDefault(part, Duration.ZERO)
                        .minus(before.getOrDefault(part, Duration.ZERO))
                        .toNanos()
                / 1e6
                / acts;
    }
}
