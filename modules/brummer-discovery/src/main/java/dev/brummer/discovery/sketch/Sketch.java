package dev.brummer.discovery.sketch;

import dev.brummer.config.FoundProject;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.spi.ServiceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a folder holds, in the words of {@code brummer.yaml}. Immutable.
 *
 * @param source the file that says the most of it
 * @param keys what is proposed for the top level, but for stages and services, by key
 * @param stages in the order in which they open
 * @param services in the order in which they are to be written
 * @param groups names that stand for several services
 * @param leftovers what could not be carried over
 */
public record Sketch(
        SourceFile source,
        Map<String, Said> keys,
        List<String> stages,
        List<ServiceSketch> services,
        Map<String, List<ServiceId>> groups,
        List<Leftover> leftovers) {
    public Sketch {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        stages = List.copyOf(stages);
        services = List.copyOf(services);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        leftovers = List.copyOf(leftovers);
    }

    /** Some services in no stage. */
    public static Sketch of(SourceFile source, List<ServiceSketch> services) {
        return new Sketch(source, Map.of(), List.of(), services, Map.of(), List.of());
    }

    /** The same with what could not be carried over. */
    public Sketch leaving(List<Leftover> others) {
        return new Sketch(source, keys, stages, services, groups, others);
    }

    /** The same with other services. */
    public Sketch with(List<ServiceSketch> others) {
        return new Sketch(source, keys, stages, others, groups, leftovers);
    }

    /** As if a file said it. */
    public FoundProject found() {
        Span at = source.span(0, 0);
        Map<String, Entry> entries = new LinkedHashMap<>();
        keys.forEach((key, said) -> put(entries, key, said, at));
        if (!stages.isEmpty()) {
            put(entries, "stages", new Said(ServiceSketch.list(stages, at), ""), at);
        }
        Map<String, Entry> all = new LinkedHashMap<>();
        services.forEach(service -> all.put(service.id().name(), service.entry()));
        put(entries, "services", new Said(new Mapping(at, all), ""), at);
        return new FoundProject(source, new Mapping(at, entries), groups);
    }

    private static void put(Map<String, Entry> entries, String key, Said said, Span at) {
        entries.put(key, new Entry(new Scalar(at, key, true), said.value()));
    }
}
