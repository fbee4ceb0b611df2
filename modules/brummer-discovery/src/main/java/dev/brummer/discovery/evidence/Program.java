package dev.brummer.discovery.evidence;

import dev.brummer.config.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a program says of itself. Immutable.
 *
 * @param ports where it may listen
 */
record Program(List<PortValue> ports, Optional<Route> route) {
    Program {
        ports = List.copyOf(ports);
    }

    static Program of(Launch launch, FolderFiles files) {
        List<PortValue> ports = new ArrayList<>();
        PortFlags.of(launch.words(), launch.program(), launch.at()).ifPresent(ports::add);
        Optional<JvmModule> module = JvmModule.of(launch, files);
        if (module.isPresent()) {
            // What the command says beats the settings.
            return new Program(ports.isEmpty() ? module.get().ports() : ports, module.get().route());
        }
        Optional<Entry> entry = Entry.of(launch, files);
        Optional<CodeText> code = entry.flatMap(found -> files.read(found.file()).map(file -> cleaned(file, found)));
        if (entry.isEmpty() || code.isEmpty()) {
            return new Program(ports, Optional.empty());
        }
        List<CodeText> all = new ArrayList<>(code.stream().toList());
        for (Path imported : entry.get().imports(code.get())) {
            files.read(imported).map(file -> cleaned(file, entry.get())).ifPresent(all::add);
        }
        Language language = entry.get().language();
        boolean said = !ports.isEmpty() && launch.program().matches("uvicorn|gunicorn|hypercorn|daphne|flask");
        if (!said) {
            // What a file that is loaded says counts where the first one says nothing.
            all.stream()
                    .map(each -> Listening.of(each, language))
                    .filter(list -> !list.isEmpty())
                    .findFirst()
                    .ifPresent(ports::addAll);
        }
        Optional<Route> route = all.stream().flatMap(each -> Route.of(each, language).stream()).findFirst();
        return new Program(ports, route);
    }

    private static CodeText cleaned(SourceFile file, Entry entry) {
        return switch (entry.language()) {
            case JAVASCRIPT -> CodeText.javaScript(file);
            case PYTHON -> CodeText.python(file);
        };
    }
}
