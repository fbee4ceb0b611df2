package dev.brummer.config;

import dev.brummer.spi.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of check, sink or log parser that the file may name. Immutable.
 *
 * @param scalarOption the option that a bare value is for
 */
public record PluginDescriptor(String id, String description, List<OptionSpec> options, Optional<String> scalarOption) {
    public PluginDescriptor {
        options = List.copyOf(options);
    }

    /** The option of that name, or null. */
    @Nullable OptionSpec option(String name) {
        for (OptionSpec option : options) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        return null;
    }

    /** This one with the options of another besides. */
    PluginDescriptor and(PluginDescriptor other) {
        List<OptionSpec> both = new ArrayList<>(options);
        for (OptionSpec option : other.options) {
            if (option(option.name()) == null) {
                both.add(option);
            }
        }
        return new PluginDescriptor(id, description, both, scalarOption.or(other::scalarOption));
    }

    /** The names of its options, in their order. */
    public List<String> optionNames() {
        return options.stream().map(OptionSpec::name).toList();
    }
}
