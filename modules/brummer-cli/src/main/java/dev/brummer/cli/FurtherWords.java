package dev.brummer.cli;

import dev.brummer.api.RefusedException;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.runtime.ProjectSource;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be asked for of a project beside what was asked for when its session began.
 *
 * @param inactive services that the active profiles leave out, unless one is named
 */
record FurtherWords(Selection selection, List<String> inactive) implements ProjectSource.Words {
    @Override
    public List<String> known() {
        Set<String> known = new LinkedHashSet<>(selection.known());
        known.addAll(inactive);
        return List.copyOf(known);
    }

    @Override
    public Map<String, List<ServiceId>> groups() {
        return selection.choice().groups();
    }

    @Override
    public ProjectSource.Meant meant(List<String> words) throws RefusedException {
        try {
            Set<ServiceId> named = new LinkedHashSet<>(selection.named(words));
            Set<ServiceId> present = new LinkedHashSet<>(named);
            present.removeAll(selection.choice().leftOut().keySet());
            if (present.isEmpty()) {
                throw new RefusedException("nothing of " + String.join(" ", words) + " can run here" + reasons(named));
            }
            StageGraph whole = selection.whole(words);
            StageGraph graph = selection.present(whole);
            List<String> notes = new FoundNotes(selection).of(words, whole.services().keySet(), graph);
            return new ProjectSource.Meant(present, graph, notes);
        } catch (UsageException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private String reasons(Set<ServiceId> named) {
        return named.stream()
                .map(id -> ": " + selection.choice().leftOut().get(id))
                .distinct()
                .collect(Collectors.joining());
    }
}
