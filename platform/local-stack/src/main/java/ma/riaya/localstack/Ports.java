package ma.riaya.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Every port of the product: base plus one offset, on 127.0.0.1. */
record Ports(int offset) {

    static final String VARIABLE = "RIAYA_PORT_OFFSET";
    static final String HOST = "127.0.0.1";

    private static final int LARGEST = 65_535 - Part.POSTGRES.basePort();

    Ports {
        if (offset < 0 || offset > LARGEST) {
            throw new StackFault(VARIABLE + " must be a number from 0 to " + LARGEST + ", not " + offset + ".");
        }
    }

    static Ports parse(String offset) {
        try {
            return new Ports(Integer.parseInt(offset.strip()));
        } catch (NumberFormatException e) {
            throw new StackFault(VARIABLE + " must be a number from 0 to " + LARGEST + ", not \"" + offset + "\".", e);
        }
    }

    int of(Part part) {
        return part.basePort() + offset;
    }

    int managementOf(Part part) {
        return part.baseManagementPort() + offset;
    }

    /** The distinct ports on which this part listens. */
    List<Integer> allOf(Part part) {
        return IntStream.of(of(part), managementOf(part)).distinct().boxed().toList();
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // A connection of a former run in TIME_WAIT must not count as a taken port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The first round offset above this one at which every port is free now. */
    OptionalInt freeOffset() {
        return IntStream.iterate(offset + 100, next -> next <= Math.min(offset + 3_000, LARGEST), next -> next + 100)
                .filter(next -> {
                    var candidate = new Ports(next);
                    return Arrays.stream(Part.values())
                            .flatMap(part -> candidate.allOf(part).stream())
                            .allMatch(Ports::isFree);
                })
                .findFirst();
    }
}
