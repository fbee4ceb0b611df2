package dev.brummer.config;

import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.keys.TestKeys;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Section;
import dev.brummer.config.source.Faults;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.TestSpec;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the tests of {@code tests}, once services and stages are known. */
final class TestReader {
    private final Path folder;
    private final EnvFiles paths;
    private final Map<String, Draft> services;
    private final Set<String> stages;
    private final TemplateCheck templates;
    private final Faults faults;

    /** @param folder the project's */
    TestReader(
            Path folder,
            EnvFiles paths,
            Map<String, Draft> services,
            Set<String> stages,
            TemplateCheck templates,
            Faults faults) {
        this.folder = folder;
        this.paths = paths;
        this.services = services;
        this.stages = stages;
        this.templates = templates;
        this.faults = faults;
    }

    Map<String, TestSpec> read(Map<String, Located<Section>> written) {
        Map<String, TestSpec> tests = new LinkedHashMap<>();
        written.forEach((name, section) -> {
            TestSpec test = test(name, section);
            if (test != null) {
                tests.put(name, test);
            }
        });
        return tests;
    }

    private @Nullable TestSpec test(String name, Located<Section> written) {
        Section section = written.value();
        Command command = section.get(TestKeys.COMMAND);
        if (command == null && !section.has(TestKeys.COMMAND)) {
            faults.error("missing-command", "test '" + name + "' has no command", written.span(), "add 'command: …'");
        }
        String dir = section.get(TestKeys.WORKING_DIR);
        Path workingDir = dir == null ? folder : paths.path(dir, section.at(TestKeys.WORKING_DIR));
        Map<String, Located<EnvironmentValue>> environment = section.get(TestKeys.ENVIRONMENT, Map.of());
        Optional<List<ServiceId>> up = section.has(TestKeys.UP)
                ? Optional.of(named(name, section.get(TestKeys.UP, List.of())))
                : Optional.empty();
        if (command == null || workingDir == null) {
            return null;
        }
        templates.test(command, section.at(TestKeys.COMMAND), environment);
        return new TestSpec(
                name,
                command,
                workingDir,
                SpecBuilder.values(environment),
                up,
                Optional.ofNullable(section.get(TestKeys.TIMEOUT)));
    }

    private List<ServiceId> named(String test, List<Located<String>> words) {
        Set<ServiceId> named = new LinkedHashSet<>();
        for (Located<String> word : words) {
            if (services.containsKey(word.value())) {
                named.add(new ServiceId(word.value()));
            } else if (stages.contains(word.value())) {
                named.addAll(staged(word.value()));
            } else {
                Set<String> known = new LinkedHashSet<>(services.keySet());
                known.addAll(stages);
                String message = "test '" + test + "' needs '" + word.value() + "', which is neither a service nor a stage";
                faults.error("unknown-service", message, word.span(), faults.hint(word.value(), known));
            }
        }
        return List.copyOf(named);
    }

    private List<ServiceId> staged(String stage) {
        return services.values().stream()
                .filter(service -> service.active() && stage.equals(service.section().get(ServiceKeys.STAGE)))
                .map(service -> new ServiceId(service.name()))
                .toList();
    }
}
