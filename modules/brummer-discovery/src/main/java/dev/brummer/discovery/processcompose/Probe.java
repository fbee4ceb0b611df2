package dev.brummer.discovery.processcompose;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.ServiceSketch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A readiness or liveness probe as a check. */
final class Probe {
    static final String READINESS = "readiness_probe";
    static final String LIVENESS = "liveness_probe";
    private static final Set<String> THIS_MACHINE = Set.of("", "127.0.0.1", "localhost", "0.0.0.0");
    private static final String HTTP = "http_get";

    private final Mapping body;
    private final OptionalInt own;
    private final List<Leftover> leftovers;

    /** @param own the first port that the process claims, which paths are relative to */
    Probe(Mapping body, OptionalInt own, List<Leftover> leftovers) {
        this.body = body;
        this.own = own;
        this.leftovers = leftovers;
    }

    /** The ports of this machine that the probes of a process ask, each once. */
    static Set<String> ports(Mapping process) {
        Set<String> ports = new LinkedHashSet<>();
        for (String kind : List.of(READINESS, LIVENESS)) {
            Mapping http = Values.map(Values.map(process, kind), HTTP);
            boolean here = THIS_MACHINE.contains(Values.text(http, "host").orElse(""));
            port(http).filter(_ -> here).ifPresent(ports::add);
        }
        return ports;
    }

    private static Optional<String> port(Mapping http) {
        return Values.text(http, "port")
                .or(() -> Values.text(http, "num_port"))
                .filter(port -> port.matches("[1-9][0-9]{0,4}") && Integer.parseInt(port) <= 65_535);
    }

    /** The check itself; empty where it is not understood. */
    Optional<Mapping> check() {
        if (body.value("exec") instanceof Mapping exec) {
            return Values.scalar(exec, "command").map(command -> Values.only("exec", command(command, exec)));
        }
        Mapping get = Values.map(body, HTTP);
        Optional<Mapping> http = url(get).map(url -> http(url, get));
        if (http.isEmpty()) {
            String instead = "write 'http: /health' or 'exec: …'";
            leftovers.add(new Leftover(body.span(), "this probe is not understood", instead));
        }
        return http;
    }

    private static Scalar command(Scalar command, Mapping exec) {
        String folder = Values.text(exec, "working_dir").map(path -> "cd '" + path + "' && ").orElse("");
        return new Scalar(command.span(), Texts.carried(folder + command.text()), false);
    }

    private Optional<Scalar> url(Mapping get) {
        String host = Values.text(get, "host").orElse("");
        String scheme = Values.text(get, "scheme").orElse("http");
        String path = Values.text(get, "path").orElse("/");
        String rooted = path.startsWith("/") ? path : "/" + path;
        Optional<String> port = port(get).filter(_ -> host.matches("[\\w.-]*") && scheme.matches("https?"));
        boolean here = THIS_MACHINE.contains(host);
        return port.map(number -> {
            boolean relative = here && scheme.equals("http") && own.equals(OptionalInt.of(Integer.parseInt(number)));
            String whole = scheme + "://" + (here ? "127.0.0.1" : host) + ":" + number + rooted;
            return new Scalar(get.span(), Texts.carried(relative ? rooted : whole), false);
        });
    }

    private static Mapping http(Scalar url, Mapping get) {
        List<String> headers = new ArrayList<>();
        for (Entry header : Values.map(get, "headers").entries().values()) {
            if (header.value() instanceof Scalar value) {
                headers.add(header.key().text() + ": " + Texts.carried(value.text()));
            }
        }
        Optional<Scalar> status =
                Values.scalar(get, "status_code").filter(code -> code.text().matches("[1-5][0-9]{2}"));
        if (headers.isEmpty() && status.isEmpty()) {
            return Values.only("http", url);
        }
        Map<String, Entry> options = new LinkedHashMap<>();
        options.put("url", Values.entry("url", url));
        status.ifPresent(code -> options.put("status", Values.entry("status", code)));
        if (!headers.isEmpty()) {
            options.put("headers", Values.entry("headers", ServiceSketch.list(headers, get.span())));
        }
        return Values.only("http", new Mapping(get.span(), options));
    }

    /** The check with how often it is asked. */
    Optional<Node> timed() {
        return check().map(check -> {
            Map<String, Entry> entries = new LinkedHashMap<>(check.entries());
            seconds("period_seconds", "interval", entries);
            seconds("timeout_seconds", "timeout", entries);
            Values.scalar(body, "failure_threshold")
                    .filter(count -> count.text().matches("[1-9][0-9]{0,5}"))
                    .ifPresent(count -> entries.put("retries", Values.entry("retries", count)));
            return new Mapping(body.span(), entries);
        });
    }

    private void seconds(String key, String here, Map<String, Entry> entries) {
        Values.scalar(body, key)
                .filter(time -> time.text().matches("[1-9][0-9]{0,6}"))
                .ifPresent(time -> entries.put(
                        here, Values.entry(here, new Scalar(time.span(), time.text() + "s", false))));
    }

    /** Says which of its keys mean nothing here. */
    void sayRest(Set<String> carried) {
        for (Entry entry : body.entries().values()) {
            String key = entry.key().text();
            boolean once = entry.value() instanceof Scalar count && count.text().equals("1");
            boolean usual = (key.equals("success_threshold") && once) || key.equals("initial_delay_seconds");
            if (!carried.contains(key) && !usual) {
                leftovers.add(new Leftover(entry.key().span(), "'" + key + "' of this probe is left out", ""));
            }
        }
    }
}
