package dev.brummer.discovery.draft;

import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a sketch as a {@code brummer.yaml}, with what a reader may want to know of each value beside it. */
public final class DraftText {
    private static final int WIDE = 110;
    private static final List<String> TOP_ORDER = List.copyOf(TopKeys.KEYS.names());
    private static final List<String> SERVICE_ORDER = List.copyOf(ServiceKeys.KEYS.names());

    private final Sketch sketch;
    private final StringBuilder out = new StringBuilder();

    private DraftText(Sketch sketch) {
        this.sketch = sketch;
    }

    /**
     * The text of a whole file.
     *
     * @param head what a reader is told first, line by line
     * @param whyStages what there is to say of the stages; may be empty
     */
    public static String of(Sketch sketch, List<String> head, String whyStages) {
        return new DraftText(sketch).write(head, whyStages);
    }

    private String write(List<String> head, String whyStages) {
        head.forEach(line -> line(line.isEmpty() ? "#" : "# " + Remark.inOneLine(line)));
        keys(sketch.keys(), TOP_ORDER, "", true);
        if (!sketch.stages().isEmpty()) {
            line("");
            key("stages", new Said(ServiceSketch.list(sketch.stages(), sketch.source().span(0, 0)), whyStages), "");
        }
        line("");
        line("services:");
        services();
        groups();
        leftovers();
        return out.toString();
    }

    private void services() {
        List<ServiceSketch> ordered = new ArrayList<>(sketch.services());
        ordered.sort(Comparator.comparingInt(this::stageOf));
        int stage = Integer.MIN_VALUE;
        for (ServiceSketch service : ordered) {
            int own = stageOf(service);
            boolean first = stage == Integer.MIN_VALUE;
            boolean begins = own != stage && !sketch.stages().isEmpty();
            if (!first) {
                line("");
            }
            if (begins) {
                line("  # --- " + (own < sketch.stages().size() ? sketch.stages().get(own) : "in no stage") + " ---");
            }
            stage = own;
            service(service);
        }
    }

    /** Where its stage stands in their order; behind the last one where it is in none. */
    private int stageOf(ServiceSketch service) {
        Optional<String> stage =
                service.key("stage").map(said -> said.value() instanceof Scalar name ? name.text() : "");
        int found = sketch.stages().indexOf(stage.orElse(""));
        return found < 0 ? sketch.stages().size() : found;
    }

    private void service(ServiceSketch service) {
        line("  " + ScalarText.ofKey(service.id().name()) + ":");
        if (!service.note().isBlank()) {
            Remark.lines(service.note(), "    ", WIDE).forEach(this::line);
        }
        keys(service.keys(), SERVICE_ORDER, "    ", false);
    }

    private void keys(Map<String, Said> keys, List<String> order, String indent, boolean apart) {
        keys.entrySet().stream().sorted(Comparator.comparingInt(key -> place(key.getKey(), order))).forEach(key -> {
            if (apart) {
                line("");
            }
            key(key.getKey(), key.getValue(), indent);
        });
    }

    private static int place(String key, List<String> order) {
        int found = order.indexOf(key);
        return found < 0 ? order.size() : found;
    }

    private void key(String key, Said said, String indent) {
        List<String> lines = NodeText.lines(key, said.value(), indent);
        String why = Remark.inOneLine(said.why());
        boolean beside = lines.size() == 1 && lines.getFirst().length() + why.length() + 4 <= WIDE;
        if (why.isEmpty()) {
            lines.forEach(this::line);
        } else if (beside) {
            line(lines.getFirst() + "  # " + why);
        } else {
            Remark.lines(why, indent, WIDE).forEach(this::line);
            lines.forEach(this::line);
        }
    }

    private void groups() {
        if (sketch.choice().groups().isEmpty()) {
            return;
        }
        line("");
        line("# Started together before:");
        sketch.choice().groups().forEach((name, services) -> Remark.item(name + ": brum up " + names(services), WIDE)
                .forEach(this::line));
    }

    private static String names(List<ServiceId> services) {
        return services.stream().map(ServiceId::name).collect(Collectors.joining(" "));
    }

    private void leftovers() {
        if (sketch.leftovers().isEmpty()) {
            return;
        }
        line("");
        line("# Not carried over:");
        List<Leftover> ordered = new ArrayList<>(sketch.leftovers());
        ordered.sort(Comparator.comparingInt(leftover -> leftover.at().line()));
        for (Leftover leftover : ordered) {
            String instead = leftover.instead().isEmpty() ? "" : "; " + leftover.instead();
            Remark.item(leftover.at().lineOnly() + ": " + leftover.what() + instead, WIDE).forEach(this::line);
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
