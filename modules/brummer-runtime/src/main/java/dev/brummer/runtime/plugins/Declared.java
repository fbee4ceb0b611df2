package dev.brummer.runtime.plugins;

import dev.brummer.config.PluginDescriptor;
import dev.brummer.config.keys.HealthKeys;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.host.PluginOptions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at what a factory declares: whether {@code brummer.yaml} can be read by it. */
final class Declared {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([-_][a-z0-9]+)*");
    private static final Pattern OPTION = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private Declared() {}

    /** What is wrong with it, in words that follow the name of its jar. */
    static Optional<String> fault(PluginDescriptor declared) {
        if (declared.id() == null || !ID.matcher(declared.id()).matches()) {
            return Optional.of("has the id '" + declared.id() + "', which is not of small letters and digits");
        }
        // Beside a check stand the keys that say how often it is asked.
        if (HealthKeys.KEYS.key(declared.id()) != null || HealthKeys.KEYS.advice(declared.id()) != null) {
            return Optional.of("has the id '" + declared.id() + "', which is a key of healthcheck");
        }
        Set<String> names = new HashSet<>();
        for (OptionSpec option : declared.options()) {
            Optional<String> fault = names.add(option.name()) ? fault(option) : Optional.of("is declared twice");
            if (fault.isPresent()) {
                return Optional.of("declares an option that cannot be: '" + option.name() + "' " + fault.get());
            }
        }
        return declared.scalarOption()
                .filter(name -> !name.isEmpty() && !names.contains(name))
                .map(name -> "says that a bare value is its option '" + name + "', which it does not declare");
    }

    private static Optional<String> fault(OptionSpec option) {
        if (option.name() == null || !OPTION.matcher(option.name()).matches()) {
            return Optional.of("is not of lower case words joined by _");
        }
        if (option.type() == null || option.description() == null || option.defaultValue() == null) {
            return Optional.of("lacks its type, its default or its description");
        }
        try {
            option.defaultValue().ifPresent(value -> PluginOptions.one(option.type(), value));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("has a default that does not fit: it " + e.getMessage());
        }
    }
}
