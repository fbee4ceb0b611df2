package dev.brummer.cli;

import dev.brummer.core.model.Project;
import dev.brummer.core.model.StageId;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the words on a command line name. */
final class Selection {
    private Selection() {}

    /**
     * The services that words on the command line mean: a service's name wins over a stage's, {@code stage:NAME} is
     * always a stage.
     *
     * @throws UsageException if a word names nothing
     */
    static Set<ServiceId> named(Project project, List<String> words) throws UsageException {
        Set<ServiceId> services = new LinkedHashSet<>();
        for (String word : words) {
            String stage = word.startsWith("stage:") ? word.substring("stage:".length()) : word;
            if (stage.equals(word) && ServiceId.isValid(word) && project.services().containsKey(new ServiceId(word))) {
                services.add(new ServiceId(word));
            } else if (ServiceId.isValid(stage) && project.stages().containsKey(new StageId(stage))) {
                project.services().values().stream()
                        .filter(spec -> spec.stage().filter(new StageId(stage)::equals).isPresent())
                        .forEach(spec -> services.add(spec.id()));
            } else {
                throw new UsageException(unknown(project, word));
            }
        }
        return services;
    }

    private static String unknown(Project project, String word) {
        Set<String> known = new LinkedHashSet<>();
        project.services().keySet().forEach(id -> known.add(id.name()));
        project.stages().keySet().forEach(id -> known.add(id.name()));
        return "there is no service or stage '" + word + "'" + Suggested.among(known, word)
                + "; there are: " + String.join(", ", known);
    }
}
