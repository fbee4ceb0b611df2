package dev.brummer.testing;

import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.host.PluginOptions;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What every factory of plugins must be: found, made, and of a declaration by which {@code brummer.yaml} can be read.
 * Answers with what is wrong, a sentence each; nothing is wrong where there is none.
 */
public final class FactoryContract {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([-_][a-z0-9]+)*");
    private static final Pattern OPTION = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final List<String> complaints = new ArrayList<>();

    private FactoryContract() {}

    /** What is wrong with a factory of parsers. */
    public static List<String> complaints(LogParserFactory factory) {
        var contract = new FactoryContract();
        contract.isFound(LogParserFactory.class, factory);
        contract.isNamed(factory.id(), factory.description());
        contract.declares(factory.options());
        return contract.complaints;
    }

    /** What is wrong with a factory of health checks. */
    public static List<String> complaints(HealthCheckFactory factory) {
        var contract = new FactoryContract();
        contract.isFound(HealthCheckFactory.class, factory);
        contract.isNamed(factory.id(), factory.description());
        contract.declares(factory.options());
        contract.takesScalar(factory.scalarOption(), factory.options());
        return contract.complaints;
    }

    /** What is wrong with a factory of sinks. */
    public static List<String> complaints(OutputSinkFactory factory) {
        var contract = new FactoryContract();
        contract.isFound(OutputSinkFactory.class, factory);
        contract.isNamed(factory.id(), factory.description());
        contract.declares(factory.options());
        return contract.complaints;
    }

    private <F> void isFound(Class<F> kind, F factory) {
        Class<?> type = factory.getClass();
        if (!Modifier.isPublic(type.getModifiers())) {
            complaints.add(type.getName() + " is not public");
        }
        if (List.of(type.getConstructors()).stream().noneMatch(each -> each.getParameterCount() == 0)) {
            complaints.add(type.getName() + " has no public constructor without parameters");
        }
        try {
            boolean found = ServiceLoader.load(kind, type.getClassLoader()).stream()
                    .anyMatch(provider -> provider.type().equals(type));
            if (!found) {
                complaints.add("META-INF/services/" + kind.getName() + " does not name " + type.getName());
            }
        } catch (ServiceConfigurationError e) {
            complaints.add("the service loader says: " + e.getMessage());
        }
    }

    private void isNamed(String id, String description) {
        if (!ID.matcher(id).matches()) {
            complaints.add("the id '" + id + "' is not of small letters and digits, in words joined by - or _");
        }
        if (description.isBlank()) {
            complaints.add("it has no description");
        }
    }

    private void declares(List<OptionSpec> options) {
        Set<String> names = new HashSet<>();
        for (OptionSpec option : options) {
            if (!names.add(option.name())) {
                complaints.add("the option '" + option.name() + "' is declared twice");
            }
            if (!OPTION.matcher(option.name()).matches()) {
                complaints.add("the option '" + option.name() + "' is not of lower case words joined by _");
            }
            if (option.description().isBlank()) {
                complaints.add("the option '" + option.name() + "' has no description");
            }
            wrongDefault(option).ifPresent(complaints::add);
        }
    }

    private static Optional<String> wrongDefault(OptionSpec option) {
        try {
            option.defaultValue().ifPresent(text -> PluginOptions.one(option.type(), text));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("the default of the option '" + option.name() + "' " + e.getMessage());
        }
    }

    private void takesScalar(String name, List<OptionSpec> options) {
        if (!name.isEmpty() && options.stream().noneMatch(option -> option.name().equals(name))) {
            complaints.add("a bare value is for the option '" + name + "', which it does not declare");
        }
    }
}
