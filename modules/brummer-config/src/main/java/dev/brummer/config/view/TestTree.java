package dev.brummer.config.view;

import dev.brummer.core.model.TestSpec;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.host.DurationText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A test as nested maps and lists. */
final class TestTree {
    private TestTree() {}

    static Map<String, Object> of(TestSpec test, Path folder) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("command", ServiceTree.command(test.command()));
        tree.put("working_dir", ModelTree.path(folder, test.workingDir()));
        Map<String, Object> environment = ServiceTree.environment(test.environment());
        if (!environment.isEmpty()) {
            tree.put("environment", environment);
        }
        test.up().ifPresent(services -> tree.put("up", services.stream().map(ServiceId::name).toList()));
        test.timeout().ifPresent(timeout -> tree.put("timeout", DurationText.of(timeout)));
        return tree;
    }
}
