package dev.brummer.discovery.draft;

import dev.brummer.config.secret.Assignments;
import dev.brummer.config.secret.Secrets;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A sketch as anybody may see it on a screen: values of variables that look like secrets are hidden. */
public final class Masked {
    private static final String ENVIRONMENT = "environment";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Za-z0-9_.]+\\}");

    private Masked() {}

    /** The same sketch where there is nothing to hide. */
    public static Sketch of(Sketch sketch) {
        Map<String, Said> keys = new LinkedHashMap<>(sketch.keys());
        keys.computeIfPresent(ENVIRONMENT, (_, said) -> new Said(masked(ENVIRONMENT, said.value()), said.why()));
        List<ServiceSketch> services = sketch.services().stream().map(Masked::masked).toList();
        return new Sketch(sketch.source(), keys, sketch.stages(), services, sketch.leftovers(), sketch.choice());
    }

    private static ServiceSketch masked(ServiceSketch service) {
        ServiceSketch masked = service;
        for (Map.Entry<String, Said> key : service.keys().entrySet()) {
            masked = masked.with(key.getKey(), masked(key.getKey(), key.getValue().value()), key.getValue().why());
        }
        return masked;
    }

    private static Node masked(String name, Node node) {
        return switch (node) {
            case Scalar scalar -> scalar(name, scalar);
            case Sequence list -> new Sequence(
                    list.span(), list.items().stream().map(item -> masked(name, item)).toList());
            case Mapping map -> {
                Map<String, Entry> entries = new LinkedHashMap<>();
                map.entries().forEach((key, entry) -> entries.put(key, entry.with(masked(key, entry.value()))));
                yield new Mapping(map.span(), entries);
            }
        };
    }

    private static Scalar scalar(String name, Scalar scalar) {
        String[] assignment = scalar.text().split("=", 2);
        boolean assigns = name.equals(ENVIRONMENT) && assignment.length == 2 && assignment[0].matches("\\w+");
        String text = assigns ? assignment[0] + "=" + value(assignment[0], assignment[1]) : value(name, scalar.text());
        return text.equals(scalar.text()) ? scalar : new Scalar(scalar.span(), text, false);
    }

    // What only refers to a secret tells nothing of it.
    private static String value(String name, String text) {
        return REFERENCE.matcher(text).matches() ? text : Assignments.masked(Secrets.masked(name, text));
    }
}
