package dev.brummer.config.view;

import dev.brummer.config.keys.RateShape;
import dev.brummer.core.model.AlertCondition;
import dev.brummer.core.model.AlertRule;
import dev.brummer.core.model.AlertTarget;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.host.DurationText;
import dev.brummer.spi.host.SizeText;
import java.util.LinkedHashMap;
import java.util.Map;

/** An alert as nested maps and lists. */
final class AlertTree {
    private AlertTree() {}

    static Map<String, Object> of(AlertRule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        rule.label().ifPresent(label -> tree.put("name", label.replace("$", "$$")));
        Map<String, Object> said = new LinkedHashMap<>();
        tree.put(condition(rule.condition(), said), said);
        said.put("for", DurationText.of(rule.lasting()));
        if (!rule.services().isEmpty()) {
            said.put("service", rule.services().stream().map(ServiceId::name).toList());
        }
        tree.put("to", rule.to().stream().map(AlertTree::target).toList());
        return tree;
    }

    /** Its key; what else is said of it goes to a map. */
    private static String condition(AlertCondition condition, Map<String, Object> said) {
        return switch (condition) {
            case AlertCondition.Unhealthy() -> "unhealthy";
            case AlertCondition.Failed() -> "failed";
            case AlertCondition.BreakerOpen() -> "breaker_open";
            case AlertCondition.ErrorRate rate -> above("error_rate", RateShape.text(rate), said);
            case AlertCondition.Memory(long above) -> above("memory", SizeText.of(above), said);
            case AlertCondition.Latency(var above) -> above("latency", DurationText.of(above), said);
        };
    }

    private static String above(String key, String limit, Map<String, Object> said) {
        said.put("above", limit);
        return key;
    }

    private static Object target(AlertTarget target) {
        return switch (target) {
            case AlertTarget.Stream(), AlertTarget.Desktop() -> target.words();
            case AlertTarget.Run(var command) -> Map.of("command", ServiceTree.command(command));
            case AlertTarget.Post(var sink) -> ServiceTree.use(sink);
        };
    }
}
