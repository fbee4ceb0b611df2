package dev.brummer.discovery.draft;

import dev.brummer.config.Choice;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sketch as a file says it for good and for everybody: without what holds on one machine alone, and with what a start
 * leaves out said in the file itself.
 */
public final class Lasting {
    private static final String ENVIRONMENT = "environment";
    private static final String PATH = "PATH";
    private static final String OF_MANAGERS = "npm_";
    private static final String BY_HAND = "manual";

    private final Sketch sketch;
    private final Path folder;
    private final String commands;

    private Lasting(Sketch sketch, Path folder) {
        this.sketch = sketch;
        this.folder = folder;
        StringBuilder all = new StringBuilder();
        sketch.services().forEach(service -> service.key("command").ifPresent(said -> all.append(text(said.value()))));
        this.commands = all.toString();
    }

    /** @param folder the project's, which paths are relative to in the file */
    public static Sketch of(Sketch sketch, Path folder) {
        return new Lasting(sketch, folder).sketch();
    }

    private Sketch sketch() {
        Map<String, Said> keys = new LinkedHashMap<>(sketch.keys());
        environment(keys.remove(ENVIRONMENT)).ifPresent(said -> keys.put(ENVIRONMENT, said));
        Set<ServiceId> meant = Meant.of(sketch);
        List<ServiceSketch> services = new ArrayList<>();
        for (ServiceSketch service : sketch.services()) {
            services.add(plain(meant.contains(service.id()) ? service : byHand(service)));
        }
        return new Sketch(sketch.source(), keys, sketch.stages(), services, sketch.leftovers(), choice(meant));
    }

    /** Whether only a person starts it, by its name. */
    static boolean isByHand(ServiceSketch service) {
        return service.key("profiles").filter(said -> text(said.value()).equals(BY_HAND + "\n")).isPresent();
    }

    private static ServiceSketch byHand(ServiceSketch service) {
        return service.key("profiles").isPresent()
                ? service
                : service.with("profiles", List.of(BY_HAND), service.at(), "'brum up " + service.id() + "' starts it");
    }

    private ServiceSketch plain(ServiceSketch from) {
        ServiceSketch service = from;
        Optional<Said> written = service.key(ENVIRONMENT);
        if (written.isPresent()) {
            Optional<Said> kept = environment(written.get());
            service = kept.isPresent()
                    ? service.with(ENVIRONMENT, kept.get().value(), kept.get().why())
                    : service.without(ENVIRONMENT);
        }
        Optional<Said> readiness = service.key("readiness");
        if (readiness.isPresent() && readiness.get().value() instanceof Sequence list && list.items().size() == 1) {
            service = service.with("readiness", list.items().getFirst(), readiness.get().why());
        }
        return service;
    }

    /** Variables without those that package managers set and no command asks for. */
    private Optional<Said> environment(@Nullable Said said) {
        if (said == null || !(said.value() instanceof Mapping map)) {
            return Optional.ofNullable(said);
        }
        Map<String, Entry> kept = new LinkedHashMap<>();
        boolean path = false;
        for (Map.Entry<String, Entry> variable : map.entries().entrySet()) {
            boolean asked = !variable.getKey().startsWith(OF_MANAGERS) || commands.contains("$" + variable.getKey());
            Entry entry = variable.getKey().equals(PATH) ? relative(variable.getValue()) : variable.getValue();
            path |= entry != variable.getValue();
            if (asked) {
                kept.put(variable.getKey(), entry);
            }
        }
        String why = path ? "programs of packages, looked for in each service's own folder" : said.why();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Said(new Mapping(map.span(), kept), why));
    }

    /** A PATH in which folders of the project are relative, and others of this machine are not. */
    private Entry relative(Entry path) {
        if (!(path.value() instanceof Scalar text)) {
            return path;
        }
        String separator = System.getProperty("path.separator");
        String own = folder.toString().replace("$", "$$") + "/";
        List<String> kept = new ArrayList<>();
        for (String each : text.text().split(separator)) {
            boolean inside = each.startsWith(own);
            if (inside || !each.startsWith("/")) {
                kept.add(inside ? each.substring(own.length()) : each);
            }
        }
        return path.with(new Scalar(text.span(), String.join(separator, kept), false));
    }

    private static String text(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.text() + "\n";
            case Sequence list -> list.items().stream().map(Lasting::text).reduce("", String::concat);
            case Mapping _ -> "";
        };
    }

    /** What is left of the names that stand for several: a file's stages say the rest. */
    private Choice choice(Set<ServiceId> meant) {
        Map<String, List<ServiceId>> groups = new LinkedHashMap<>();
        sketch.choice().groups().forEach((name, members) -> {
            boolean stage = name.matches("start:([0-9]+(:.*)?|all)");
            boolean everything = members.size() == meant.size() && meant.containsAll(members);
            if (members.size() > 1 && !stage && !everything) {
                groups.put(name, members);
            }
        });
        return new Choice(groups, Optional.empty(), Map.of(), false);
    }
}
