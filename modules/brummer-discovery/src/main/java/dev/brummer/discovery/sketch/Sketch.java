package dev.brummer.discovery.sketch;

import dev.brummer.config.Choice;
import dev.brummer.config.FoundProject;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.spi.ServiceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a folder holds, in the words of {@code brummer.yaml}. Immutable.
 *
 * @param source the file that says the most of it
 * @param keys what is proposed for the top level, but for stages and services, by key
 * @param stages in the order in which they open
 * @param services in the order in which they are to be written
 * @param leftovers what could not be carried over
 * @param choice what of it may be started
 */
public record Sketch(
        SourceFile source,
        Map<String, Said> keys,
        List<String> stages,
        List<ServiceSketch> services,
        List<Leftover> leftovers,
        Choice choice) {
    public Sketch {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        stages = List.copyOf(stages);
        services = List.copyOf(services);
        leftovers = List.copyOf(leftovers);
    }

    /** Some services in no stage. */
    public static Sketch of(SourceFile source, List<ServiceSketch> services) {
        return new Sketch(source, Map.of(), List.of(), services, List.of(), Choice.ALL);
    }

    /** The same with what could not be carried over. */
    public Sketch leaving(List<Leftover> others) {
        return new Sketch(source, keys, stages, services, others, choice);
    }

    /** The same with other services, and another choice of them. */
    public Sketch of(List<ServiceSketch> others, Choice another) {
        return new Sketch(source, keys, stages, others, leftovers, another);
    }

    /** The same with other services. */
    public Sketch with(List<ServiceSketch> others) {
        return of(others, choice);
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
        return new FoundProject(source, new Mapping(at, entries), choice.isFound() ? choice : everything());
    }

    private Choice everything() {
        Set<ServiceId> all = new LinkedHashSet<>();
        services.forEach(service -> all.add(service.id()));
        return Choice.found(choice.groups(), all, choice.leftOut());
    }

    private static void put(Map<String, Entry> entries, String key, Said said, Span at) {
        entries.put(key, new Entry(new Scalar(at, key, true), said.value()));
    }
}
