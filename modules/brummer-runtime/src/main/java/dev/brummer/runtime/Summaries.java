package dev.brummer.runtime;

import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.InstanceState;
import dev.brummer.core.supervision.Waits;
import dev.brummer.core.timing.CriticalPath;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said when all is ready, and when something failed. */
final class Summaries {
    private static final int NAMED = 3;

    private Summaries() {}

    /** {@code ready in 8.4 s: database 2.1 → migrate 1.0 → auth 3.2}, and where to find what listens. */
    static String ready(Fleet fleet, CriticalPath path, Duration took, PortBook ports) {
        StringBuilder text = new StringBuilder("ready in ").append(seconds(took)).append(" s");
        List<String> steps = path.steps().stream()
                .map(step -> step.service().name() + " " + seconds(step.took()))
                .toList();
        if (steps.size() > 1) {
            text.append(": ").append(String.join(" → ", steps));
        }
        int width = fleet.instances().stream().mapToInt(i -> i.id().label().length()).max().orElse(0);
        for (Instance instance : fleet.instances()) {
            String where = where(fleet, instance.id(), ports);
            if (!where.isEmpty() && instance.state() instanceof InstanceState.Ready) {
                String label = instance.id().label();
                text.append("\n  ").append(label).append(" ".repeat(width - label.length() + 2)).append(where);
            }
        }
        return text.toString();
    }

    private static String where(Fleet fleet, InstanceId id, PortBook ports) {
        List<Integer> own = ports.of(id);
        if (own.isEmpty()) {
            return "";
        }
        boolean http = java.util.stream.Stream.concat(
                        fleet.spec(id).healthcheck().stream().map(health -> health.check().kind()),
                        fleet.spec(id).readiness().stream().map(check -> check.kind()))
                .anyMatch("http"::equals);
        List<String> places = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            places.add(http && i == 0 ? "http://127.0.0.1:" + own.get(i) : "port " + own.get(i));
        }
        return String.join(", ", places);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    /** The failures, roots first, each with what explains it and what it holds up, its last lines, and what to type next. */
    static String failed(
            Fleet fleet, Explanations explanations, Map<InstanceId, List<String>> lastLines, String again) {
        Map<InstanceId, List<String>> heldUp = heldUp(fleet);
        StringBuilder text = new StringBuilder();
        for (Instance instance : fleet.instances()) {
            if (instance.state() instanceof InstanceState.Failed failed) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(instance.id().label())
                        .append(" failed: ")
                        .append(failed.reason());
                explanations.take(instance.id()).ifPresent(why -> text.append("\n  ").append(why));
                List<String> held = heldUp.getOrDefault(instance.id(), List.of());
                if (!held.isEmpty()) {
                    text.append("\n  not started because of it: ").append(named(held));
                }
                lastLines.getOrDefault(instance.id(), List.of()).forEach(line -> text.append("\n  │ ").append(line));
                text.append("\n  when it is mended: ").append(again).append(' ').append(instance.id().service());
            }
        }
        return text.toString();
    }

    private static Map<InstanceId, List<String>> heldUp(Fleet fleet) {
        Waits waits = new Waits(fleet);
        Map<InstanceId, List<String>> heldUp = new LinkedHashMap<>();
        for (Instance instance : fleet.instances()) {
            if (instance.run() == 0) {
                waits.root(instance.id().service()).ifPresent(root -> heldUp
                        .computeIfAbsent(root.id(), _ -> new ArrayList<>())
                        .add(instance.id().label()));
            }
        }
        return heldUp;
    }

    /** {@code a, b, c and 7 others}. */
    static String named(List<String> labels) {
        int more = labels.size() - NAMED;
        return more <= 1
                ? String.join(", ", labels)
                : String.join(", ", labels.subList(0, NAMED)) + " and " + more + " others";
    }
}
