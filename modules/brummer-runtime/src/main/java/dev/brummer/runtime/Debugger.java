package dev.brummer.runtime;

import dev.brummer.core.engine.StartOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A debugger that a process has opened, and how one attaches to it. Decides purely.
 *
 * @param port of the loopback interface
 */
record Debugger(Kind kind, int port) {
    private static final String HOST = "127.0.0.1";

    /** What has a debugger of its own. */
    enum Kind {
        NODE(
                "node",
                "NODE_OPTIONS",
                "--inspect=" + HOST + ":0",
                Pattern.compile("Debugger listening on ws://[^/ ]*:(\\d+)/"),
                "node inspect "),
        JVM(
                "the JVM",
                "JAVA_TOOL_OPTIONS",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=" + HOST + ":0",
                Pattern.compile("Listening for transport dt_socket at address: (?:\\S*:)?(\\d+)"),
                "jdb -attach ");

        private final String words;
        private final String variable;
        private final String option;
        private final Pattern announced;
        private final String attach;

        Kind(String words, String variable, String option, Pattern announced, String attach) {
            this.words = words;
            this.variable = variable;
            this.option = option;
            this.announced = announced;
            this.attach = attach;
        }
    }

    /** The same order, but every process of it that can opens a debugger, on a port that the system chooses. */
    static StartOrder opened(StartOrder order) {
        Map<String, String> environment = new HashMap<>(order.environment());
        for (Kind kind : Kind.values()) {
            environment.merge(kind.variable, kind.option, (own, option) -> own.isBlank() ? option : own + " " + option);
        }
        return new StartOrder(
                order.instance(), order.run(), order.command(), order.folder(), environment, order.ports());
    }

    /** The debugger that a line tells of, as Node and JVMs do when they open one. */
    static Optional<Debugger> announced(String line) {
        for (Kind kind : Kind.values()) {
            Matcher matcher = kind.announced.matcher(line);
            if (matcher.find()) {
                return Optional.of(new Debugger(kind, Integer.parseInt(matcher.group(1))));
            }
        }
        return Optional.empty();
    }

    /**
     * Of those that a run has told of the one that matters: wrappers such as npm or Maven open one as well.
     *
     * @param announced in the order in which they were told
     * @param processes what each living process of the run listens on
     * @param claimed the ports that the service claims
     * @return that of the process that serves the first claimed port that somebody serves, else the latest; empty where
     *     none of them is open
     */
    static Optional<Debugger> choose(List<Debugger> announced, List<Set<Integer>> processes, List<Integer> claimed) {
        Set<Integer> open = new HashSet<>();
        processes.forEach(open::addAll);
        List<Debugger> alive = new ArrayList<>(announced);
        alive.removeIf(debugger -> !open.contains(debugger.port()));
        for (int port : claimed) {
            for (Set<Integer> process : processes) {
                Optional<Debugger> serving = alive.stream()
                        .filter(debugger -> process.contains(port) && process.contains(debugger.port()))
                        .findFirst();
                if (serving.isPresent()) {
                    return serving;
                }
            }
        }
        return alive.isEmpty() ? Optional.empty() : Optional.of(alive.getLast());
    }

    /** {@code debugger of node at 127.0.0.1:40123; attach with: node inspect 127.0.0.1:40123}. */
    String words() {
        String address = HOST + ":" + port;
        return "debugger of " + kind.words + " at " + address + "; attach with: " + kind.attach + address;
    }
}
