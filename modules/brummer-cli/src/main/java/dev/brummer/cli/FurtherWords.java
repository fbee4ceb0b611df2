package dev.brummer.cli;

import dev.brummer.api.RefusedException;
import dev.brummer.runtime.ProjectSource;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be asked for of a project beside what was asked for when its session began. */
record FurtherWords(Selection selection) implements ProjectSource.Words {
    @Override
    public List<String> known() {
        return List.copyOf(selection.known());
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
            return new ProjectSource.Meant(present, selection.graph(words));
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
