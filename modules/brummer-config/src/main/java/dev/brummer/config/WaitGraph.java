package dev.brummer.config;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Diagnostic.Frame;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Severity;
import dev.brummer.config.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits for whom, to find cycles. A stage has two nodes of its own, its gate and its end: a service waits for the
 * gate of its stage, a gate for the gates and ends of the stages before, and an end for the services of the stage, so
 * that there are no more edges than names in the file.
 */
final class WaitGraph {
    private static final int MOST_SHOWN = 12;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<List<Edge>> edges = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private record Edge(int to, Span at) {}

    void service(String name) {
        add(name, name);
    }

    void stage(String name) {
        add(gate(name), "");
        add(end(name), "");
    }

    private void add(String key, String name) {
        numbers.put(key, edges.size());
        edges.add(new ArrayList<>(2));
        names.add(name);
    }

    private static String gate(String stage) {
        return "stage:" + stage;
    }

    private static String end(String stage) {
        return "end:" + stage;
    }

    /** @param at the line that makes it so */
    void dependency(String from, String to, Span at) {
        edge(from, to, at);
    }

    void inStage(String service, String stage, Span at) {
        edge(service, gate(stage), at);
    }

    void opensAfter(String stage, String earlier, Span at) {
        edge(gate(stage), gate(earlier), at);
        edge(gate(stage), end(earlier), at);
    }

    /** Says that a stage has not ended before this service of it is ready. */
    void holdsUp(String service, String stage, Span at) {
        edge(end(stage), service, at);
    }

    private void edge(String from, String to, Span at) {
        Integer begin = numbers.get(from);
        Integer end = numbers.get(to);
        if (begin != null && end != null) {
            edges.get(begin).add(new Edge(end, at));
        }
    }

    // Nothing here recurses: a file may be one long chain.
    /** Reports each cycle that shares no service with one reported before. */
    void reportCycles(Faults faults) {
        Search search = new Search();
        for (int node = 0; node < edges.size(); node++) {
            search.from(node, faults);
        }
    }

    private final class Search {
        private static final byte OPEN = 1;
        private static final byte DONE = 2;
        private final byte[] colour = new byte[edges.size()];
        private final int[] next = new int[edges.size()];
        private final boolean[] reported = new boolean[edges.size()];
        private final int[] path = new int[edges.size()];
        private int depth;

        void from(int start, Faults faults) {
            if (colour[start] == 0) {
                enter(start);
            }
            while (depth > 0) {
                int node = path[depth - 1];
                if (next[node] == edges.get(node).size()) {
                    colour[node] = DONE;
                    depth--;
                    continue;
                }
                int to = edges.get(node).get(next[node]++).to();
                if (colour[to] == 0) {
                    enter(to);
                } else if (colour[to] == OPEN) {
                    report(to, faults);
                }
            }
        }

        private void enter(int node) {
            colour[node] = OPEN;
            path[depth++] = node;
        }

        private void report(int first, Faults faults) {
            int begin = depth - 1;
            while (path[begin] != first) {
                if (reported[path[begin]]) {
                    return;
                }
                begin--;
            }
            if (reported[first]) {
                return;
            }
            int[] cycle = Arrays.copyOfRange(path, begin, depth);
            for (int node : cycle) {
                reported[node] = true;
            }
            faults.add(describe(cycle));
        }

        private Span edgeAt(int from) {
            return edges.get(from).get(next[from] - 1).at();
        }

        private Diagnostic describe(int[] cycle) {
            int start = 0;
            while (start < cycle.length && names.get(cycle[start]).isEmpty()) {
                start++;
            }
            return start == cycle.length ? stages(cycle) : services(cycle, start);
        }

        private Diagnostic stages(int[] cycle) {
            List<Frame> frames = new ArrayList<>();
            for (int gate : cycle) {
                frames.add(new Frame(edgeAt(gate), ""));
            }
            String message = "stages wait for each other, so none could ever open";
            return new Diagnostic(Severity.ERROR, "stage-cycle", message, frames, List.of());
        }

        private Diagnostic services(int[] cycle, int start) {
            StringBuilder way = new StringBuilder(names.get(cycle[start]));
            List<Frame> frames = new ArrayList<>();
            String elided = "";
            for (int i = 0; i < cycle.length; ) {
                int from = cycle[(start + i) % cycle.length];
                int steps = 1;
                while (names.get(cycle[(start + i + steps) % cycle.length]).isEmpty()) {
                    steps++;
                }
                String to = names.get(cycle[(start + i + steps) % cycle.length]);
                i += steps;
                // A cycle through everything would fill the screen; its ends show where to look.
                if (frames.size() == MOST_SHOWN - 1 && i < cycle.length) {
                    elided = " → …";
                    continue;
                }
                way.append(elided).append(steps > 1 ? " → (by stage) " : " → ").append(to);
                String label =
                        names.get(from) + " waits for " + to + (steps > 1 ? ", which is of an earlier stage" : "");
                frames.add(new Frame(edgeAt(from), label));
            }
            String message = "services wait for each other, so none could ever start: " + way;
            return new Diagnostic(Severity.ERROR, "cycle", message, frames, List.of());
        }
    }
}
