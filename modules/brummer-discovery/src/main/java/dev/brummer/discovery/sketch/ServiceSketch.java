package dev.brummer.discovery.sketch;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.spi.ServiceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service as it was found. Immutable.
 *
 * @param at where it was found
 * @param note what a reader may want to know of all of it; may be empty
 * @param keys what is proposed, by the key of {@code brummer.yaml}, in the order in which it is to be written
 */
public record ServiceSketch(ServiceId id, Span at, String note, Map<String, Said> keys) {
    public ServiceSketch {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** One of which nothing but the name is known yet. */
    public static ServiceSketch named(ServiceId id, Span at) {
        return new ServiceSketch(id, at, "", Map.of());
    }

    /** The same with that said of all of it. */
    public ServiceSketch noting(String other) {
        return new ServiceSketch(id, at, other, keys);
    }

    /** The same with a key, which replaces what was there. */
    public ServiceSketch with(String key, Node value, String why) {
        Map<String, Said> more = new LinkedHashMap<>(keys);
        more.put(key, new Said(value, why));
        return new ServiceSketch(id, at, note, more);
    }

    /** The same with a text for a key, that stands at a place. */
    public ServiceSketch with(String key, String text, Span there, String why) {
        return with(key, new Scalar(there, text, false), why);
    }

    /** The same with a list of texts for a key. */
    public ServiceSketch with(String key, List<String> texts, Span there, String why) {
        return with(key, list(texts, there), why);
    }

    /** The names of what it waits for. */
    public List<String> waitsFor() {
        return switch (key("depends_on").map(Said::value).orElse(null)) {
            case null -> List.of();
            case Mapping map -> List.copyOf(map.entries().keySet());
            case Scalar on -> List.of(on.text());
            case Sequence list -> list.items().stream()
                    .filter(Scalar.class::isInstance)
                    .map(item -> ((Scalar) item).text())
                    .toList();
        };
    }

    /**
     * The same waiting for others: by a list where nothing more is said of any.
     *
     * @param others by name, what is said of each
     */
    public ServiceSketch waitingFor(Map<String, Entry> others) {
        if (others.isEmpty()) {
            return this;
        }
        Span there = others.values().iterator().next().key().span();
        boolean plain = others.values().stream()
                .allMatch(other -> other.value() instanceof Mapping says && says.entries().isEmpty());
        Node value = plain ? list(List.copyOf(others.keySet()), there) : new Mapping(there, others);
        return with("depends_on", value, "");
    }

    /** The same with a command for the shell, in which every {@code $} is left to the shell. */
    public ServiceSketch running(String line, Span there, String why) {
        return with("command", forShell(line), there, why);
    }

    /** The same with a command for the shell that stops it. */
    public ServiceSketch stoppedBy(String line, Span there, String why) {
        return with("stop_command", forShell(line), there, why);
    }

    /** The same with more variables in its environment; those that are there already stay. */
    public ServiceSketch alsoIn(Map<String, String> environment, Span there) {
        if (environment.isEmpty() || !(key("environment").map(Said::value).orElse(Mapping.empty(there)) instanceof Mapping own)) {
            return this;
        }
        Map<String, Entry> entries = new LinkedHashMap<>(own.entries());
        variables(environment, there).entries().forEach(entries::putIfAbsent);
        return with("environment", new Mapping(own.span(), entries), "");
    }

    private static Mapping variables(Map<String, String> environment, Span there) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        environment.forEach((name, value) -> entries.put(
                name, new Entry(new Scalar(there, name, true), new Scalar(there, forShell(value), false))));
        return new Mapping(there, entries);
    }

    /** A shell's text in the words of {@code brummer.yaml}, where two characters after a {@code $} have a meaning of their own. */
    public static String forShell(String text) {
        return text.replaceAll("\\$(?=[{$])", "\\$\\$");
    }

    /** The same without a key. */
    public ServiceSketch without(String key) {
        Map<String, Said> fewer = new LinkedHashMap<>(keys);
        fewer.remove(key);
        return new ServiceSketch(id, at, note, fewer);
    }

    public Optional<Said> key(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** A list of texts that stands at a place. */
    public static Sequence list(List<String> texts, Span there) {
        return new Sequence(there, texts.stream().map(text -> (Node) new Scalar(there, text, false)).toList());
    }

    Entry entry() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        keys.forEach((key, said) ->
                entries.put(key, new Entry(new Scalar(said.value().span(), key, true), said.value())));
        return new Entry(new Scalar(at, id.name(), true), new Mapping(at, entries));
    }
}
