package dev.brummer.cli;

import dev.brummer.config.Choice;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.text.Printable;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is said once of a start in a folder without a {@code brummer.yaml}: what is not part of it, and why. */
final class FoundNotes {
    private static final int NAMED = 8;

    private final Project project;
    private final Choice choice;

    FoundNotes(Selection selection) {
        this.project = selection.project();
        this.choice = selection.choice();
    }

    /**
     * A sentence for each thing to know.
     *
     * @param wanted what was asked for, with all it waits for
     * @param started what of that starts
     */
    List<String> of(List<String> words, Set<ServiceId> wanted, StageGraph started) {
        List<String> notes = new ArrayList<>();
        leftOut(wanted).forEach((why, services) -> notes.add(why + ": " + named(services)
                + (services.size() == 1 ? " is" : " are") + " left out" + (started.services().isEmpty() ? "" : ", the rest runs")));
        List<String> others = words.isEmpty() ? unasked(wanted) : List.of();
        if (!others.isEmpty()) {
            notes.add("in no stage: " + named(others) + "; 'brum up " + others.getFirst() + "' adds "
                    + (others.size() == 1 ? "it" : "one"));
        }
        return notes;
    }

    private Map<String, List<String>> leftOut(Set<ServiceId> wanted) {
        Map<String, List<String>> leftOut = new LinkedHashMap<>();
        choice.leftOut().forEach((service, why) -> {
            if (wanted.contains(service)) {
                leftOut.computeIfAbsent(why, _ -> new ArrayList<>()).add(name(project.service(service)));
            }
        });
        return leftOut;
    }

    private List<String> unasked(Set<ServiceId> wanted) {
        return project.services().values().stream()
                .filter(service -> !wanted.contains(service.id()))
                .map(this::name)
                .toList();
    }

    private String name(ServiceSpec service) {
        return ScriptRow.name(service, choice.isFound());
    }

    private static String named(List<String> names) {
        int more = names.size() - NAMED;
        String shown = Printable.of(String.join(", ", names.subList(0, Math.min(NAMED, names.size()))));
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
