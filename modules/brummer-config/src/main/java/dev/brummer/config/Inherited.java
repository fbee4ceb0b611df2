package dev.brummer.config;

import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.UnresolvedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The environment under everything the file says: the {@code .env} chain, and the caller's own above it. */
final class Inherited {
    private static final String NODE_ENV = "NODE_ENV";
    private static final String DOT_ENV = ".env";

    private final ConfigFiles files;
    private final Faults faults;
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Span> written = new HashMap<>();
    private final List<Map.Entry<String, String>> read = new ArrayList<>(0);
    private final Map<String, String> caller;
    private boolean byProfile;

    private Inherited(Map<String, String> caller, ConfigFiles files, Faults faults) {
        this.caller = caller;
        this.files = files;
        this.faults = faults;
    }

    /** @param nodeEnv what the profiles say of {@code NODE_ENV}, which beats the caller's; null for nothing */
    static Inherited read(
            LoadRequest request, Set<String> profiles, @Nullable String nodeEnv, ConfigFiles files, Faults faults) {
        Inherited inherited = read(request.folder(), chain(profiles), request.callerEnvironment(), files, faults);
        if (nodeEnv != null) {
            inherited.variables.put(NODE_ENV, nodeEnv);
            inherited.byProfile = true;
        }
        return inherited;
    }

    /** The {@code .env} of a folder alone beneath the caller's environment. */
    static Inherited dotEnv(LoadRequest request, Path folder, ConfigFiles files, Faults faults) {
        return read(folder, List.of(DOT_ENV), request.callerEnvironment(), files, faults);
    }

    private static Inherited read(
            Path folder, List<String> names, Map<String, String> caller, ConfigFiles files, Faults faults) {
        Inherited inherited = new Inherited(caller, files, faults);
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                inherited.add(file);
            }
        }
        inherited.variables.putAll(caller);
        return inherited;
    }

    Map<String, String> variables() {
        return variables;
    }

    /** Where a variable was written, in words; empty where it was not. */
    Optional<String> origin(String variable) {
        if (byProfile && variable.equals(NODE_ENV)) {
            return Optional.of("the profile");
        }
        if (caller.containsKey(variable)) {
            return Optional.of("the caller");
        }
        return Optional.ofNullable(written.get(variable)).map(Span::lineOnly);
    }

    /** Whether the value that a variable has was written in one of the files. */
    boolean inEnvFile(String variable) {
        return written.containsKey(variable)
                && !caller.containsKey(variable)
                && !(byProfile && variable.equals(NODE_ENV));
    }

    /** Every variable of each of the files with its value, also where another one beats it. */
    List<Map.Entry<String, String>> read() {
        return read;
    }

    private static List<String> chain(Set<String> profiles) {
        List<String> names = new ArrayList<>();
        names.add(DOT_ENV);
        for (String profile : profiles) {
            if (!profile.equals("local")) {
                names.add(".env." + profile);
            }
        }
        names.add(".env.local");
        return names;
    }

    private void add(Path path) {
        SourceFile source = files.readVariables(path);
        if (source == null) {
            return;
        }
        for (Map.Entry<String, Located<EnvironmentValue>> entry : EnvFile.parse(source, faults).entrySet()) {
            if (entry.getValue().value() instanceof EnvironmentValue.Set(var template)) {
                LoadScope scope = new LoadScope(variables, caller);
                try {
                    String value = template.resolve(scope, _ -> {});
                    variables.put(entry.getKey(), value);
                    read.add(Map.entry(entry.getKey(), value));
                    written.put(entry.getKey(), entry.getValue().span());
                } catch (UnresolvedException fault) {
                    var at = Reading.expression(entry.getValue().span(), template.source(), fault.index());
                    faults.error("unresolved", fault.getMessage(), at, "");
                }
            }
        }
    }
}
