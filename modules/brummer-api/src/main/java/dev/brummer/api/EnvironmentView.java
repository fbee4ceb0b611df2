package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import java.nio.file.Path;
import java.util.List;

/**
 * What an instance's latest run was started with; where there was none yet, what it would be started with now. Immutable.
 *
 * @param folder where it runs; absolute
 * @param variables its whole environment, by name
 */
public record EnvironmentView(InstanceId instance, Path folder, List<VariableView> variables) {
    public EnvironmentView {
        variables = List.copyOf(variables);
    }
}
