package dev.brummer.config;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Severity;
import dev.brummer.core.text.Suggestion;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which profiles are active: what the command line says, else the environment, else {@code default_profile}. */
final class ProfileChoice {
    private final Set<String> known;
    private final Predicate<String> hasFile;
    private final Faults faults;
    private final Set<String> added = new LinkedHashSet<>();

    /**
     * @param known the profiles that a file declares or names
     * @param hasFile whether there is an overlay file for a profile
     */
    ProfileChoice(Set<String> known, Predicate<String> hasFile, Faults faults) {
        this.known = known;
        this.hasFile = hasFile;
        this.faults = faults;
    }

    Set<String> choose(LoadRequest request, List<String> byDefault) {
        Set<String> active = new LinkedHashSet<>(base(request, byDefault));
        active.addAll(added);
        return active;
    }

    private List<String> base(LoadRequest request, List<String> byDefault) {
        List<String> asked = new ArrayList<>();
        for (String value : request.profiles()) {
            asked.addAll(split(value, "--profile"));
        }
        if (!asked.isEmpty()) {
            return asked;
        }
        asked.addAll(split(request.callerEnvironment().getOrDefault("BRUM_PROFILE", ""), "BRUM_PROFILE"));
        if (!asked.isEmpty()) {
            return asked;
        }
        String nodeEnv =
                request.callerEnvironment().getOrDefault("NODE_ENV", "").strip();
        if (!nodeEnv.isEmpty() && exists(nodeEnv)) {
            return List.of(nodeEnv);
        }
        if (!nodeEnv.isEmpty() && !known.isEmpty()) {
            String message = "NODE_ENV is '" + nodeEnv + "', which is no profile here: "
                    + (byDefault.isEmpty() ? "none is active" : "default_profile holds");
            faults.add(new Diagnostic(Severity.NOTE, "node-env", message, List.of(), List.of()));
        }
        return byDefault;
    }

    /** The names of a comma list; those with a plus come on top of whatever is active. */
    private List<String> split(String value, String source) {
        List<String> names = new ArrayList<>();
        for (String part : value.split(",")) {
            String name = part.strip();
            boolean adds = name.startsWith("+");
            name = adds ? name.substring(1).strip() : name;
            if (name.isEmpty()) {
                continue;
            }
            if (!exists(name)) {
                unknown(name, source);
            } else if (adds) {
                added.add(name);
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private boolean exists(String name) {
        return known.contains(name) || (ServiceId.isValid(name) && hasFile.test(name));
    }

    private void unknown(String name, String source) {
        String hint = Suggestion.hint(name, known);
        String there = known.isEmpty() ? "this project has no profiles" : "there are: " + String.join(", ", known);
        faults.add(Diagnostic.error(
                "unknown-profile",
                source + " names the profile '" + name + "', which does not exist",
                hint.isEmpty() ? there : hint + " " + there));
    }
}
