package ma.riaya.localstack;

import java.util.ArrayList;
import java.util.List;

/** Everything that would make a start fail and can be known before it begins, told at once. */
record Obstacles(Ports ports, Home home) {

    private static final long ROOM_AT_FIRST = 1_500;
    private static final long ROOM_LATER = 200;

    void refuseIfAny(List<Server> servers) {
        if (servers.isEmpty()) {
            return;
        }
        home.requireRoom(home.postgres().toFile().exists() ? ROOM_LATER : ROOM_AT_FIRST);
        List<String> all = new ArrayList<>();
        servers.forEach(server -> all.addAll(server.obstacles()));
        all.addAll(takenPorts(servers));
        if (!all.isEmpty()) {
            throw new StackFault(String.join("\n", all));
        }
    }

    private List<String> takenPorts(List<Server> servers) {
        List<String> taken = new ArrayList<>();
        for (Server server : servers) {
            for (int port : ports.allOf(server.part())) {
                if (!Ports.isFree(port)) {
                    taken.add("Port " + port + ", which " + server.part().title() + " needs, is taken"
                            + PortHolder.of(port)
                                    .map(holder -> " by " + holder.name() + " (process " + holder.pid() + ")")
                                    .orElse("")
                            + ".");
                }
            }
        }
        if (!taken.isEmpty()) {
            taken.add(ports.freeOffset().stream()
                    .mapToObj(offset -> "Stop what holds it, or move every port by " + offset + ": " + Ports.VARIABLE
                            + "=" + offset + " ./riaya up")
                    .findFirst()
                    .orElse("Stop what holds it, or move every port with " + Ports.VARIABLE + "."));
        }
        return taken;
    }
}
