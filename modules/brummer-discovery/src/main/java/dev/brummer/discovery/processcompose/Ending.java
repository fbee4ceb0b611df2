package dev.brummer.discovery.processcompose;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.ServiceSketch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a process is started again, and how it is stopped. */
final class Ending {
    private static final Map<String, String> SIGNALS = Map.of(
            "1", "SIGHUP", "2", "SIGINT", "3", "SIGQUIT", "9", "SIGKILL",
            "10", "SIGUSR1", "12", "SIGUSR2", "15", "SIGTERM");
    private static final String SECONDS = "[1-9][0-9]{0,6}";

    private final Mapping body;
    private final List<Leftover> leftovers;

    Ending(Mapping body, List<Leftover> leftovers) {
        this.body = body;
        this.leftovers = leftovers;
    }

    ServiceSketch of(ServiceSketch from, boolean completes) {
        ServiceSketch service = restarting(from, Values.map(body, "availability"), completes);
        Optional<Scalar> launch = seconds(body, "launch_timeout_seconds");
        if (launch.isPresent()) {
            service = service.with("start_timeout", launch.get(), "");
        }
        return stopping(service, Values.map(body, "shutdown"));
    }

    private ServiceSketch restarting(ServiceSketch from, Mapping says, boolean completes) {
        ServiceSketch service = from;
        String policy = Values.text(says, "restart").orElse("no");
        Optional<String> most = Values.text(says, "max_restarts").filter(count -> count.matches("[1-9][0-9]{0,5}"));
        String here = switch (policy) {
            case "always" -> completes ? "no" : "always";
            case "on_failure" -> "on-failure" + most.map(count -> ":" + count).orElse("");
            default -> "no";
        };
        if (!here.equals("no")) {
            service = service.with("restart", here, Values.at(says, "restart"), "");
        }
        Optional<Scalar> pause = seconds(says, "backoff_seconds");
        if (pause.isPresent() && !here.equals("no")) {
            service = service.with("backoff", backoff(pause.get()), "");
        }
        for (Entry entry : says.entries().values()) {
            sayRest(entry, policy);
        }
        return service;
    }

    /** A number of seconds as a duration. */
    private static Optional<Scalar> seconds(Mapping says, String key) {
        return Values.scalar(says, key)
                .filter(time -> time.text().matches(SECONDS))
                .map(time -> new Scalar(time.span(), time.text() + "s", false));
    }

    private static Mapping backoff(Scalar pause) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        entries.put("initial", Values.entry("initial", pause));
        entries.put("max", Values.entry("max", pause));
        return new Mapping(pause.span(), entries);
    }

    private void sayRest(Entry entry, String policy) {
        String key = entry.key().text();
        boolean limited = key.equals("max_restarts") && !policy.equals("on_failure") && !policy.equals("no");
        boolean fails = key.equals("restart") && policy.equals("exit_on_failure");
        boolean known = switch (policy) {
            case "always", "on_failure", "no", "exit_on_failure" -> true;
            default -> false;
        };
        if (fails || key.equals("exit_on_end") || key.equals("exit_on_skipped")) {
            left(entry, "that everything ends with it is left out", "'brum up --fail-fast' ends at the first failure");
        } else if (limited) {
            left(entry, "'max_restarts' holds for 'on-failure' alone", "write 'restart: on-failure:N'");
        } else if (key.equals("restart") && !known) {
            left(entry, "this policy is not known", "");
        } else if (!List.of("restart", "backoff_seconds", "max_restarts").contains(key)) {
            left(entry, "'" + key + "' is left out", "");
        }
    }

    private ServiceSketch stopping(ServiceSketch from, Mapping says) {
        ServiceSketch service = from;
        Optional<Scalar> command = Values.scalar(says, "command");
        if (command.isPresent()) {
            String line = Texts.carried(command.get().text().strip());
            service = service.with("stop_command", line, command.get().span(), "");
        }
        Optional<Scalar> signal = Values.scalar(says, "signal").filter(number -> SIGNALS.containsKey(number.text()));
        if (signal.isPresent() && command.isEmpty() && !signal.get().text().equals("15")) {
            String name = SIGNALS.getOrDefault(signal.get().text(), "SIGTERM");
            service = service.with("stop_signal", name, signal.get().span(), "");
        }
        Optional<Scalar> time = seconds(says, "timeout_seconds");
        if (time.isPresent()) {
            service = service.with("stop_grace_period", time.get(), "");
        }
        for (Entry entry : says.entries().values()) {
            boolean odd = entry.key().text().equals("signal") && signal.isEmpty();
            if (odd || !List.of("command", "signal", "timeout_seconds").contains(entry.key().text())) {
                left(entry, "'" + entry.key().text() + "' of this shutdown is left out", "");
            }
        }
        return service;
    }

    private void left(Entry entry, String what, String instead) {
        leftovers.add(new Leftover(entry.key().span(), what, instead));
    }
}
