package dev.brummer.config;

import dev.brummer.config.keys.AlertKeys;
import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.keys.TargetShape.Target;
import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Section;
import dev.brummer.config.source.Faults;
import dev.brummer.core.model.AlertCondition;
import dev.brummer.core.model.AlertRule;
import dev.brummer.core.model.AlertTarget;
import dev.brummer.core.model.PluginUse;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the rules of {@code alerts}, once the services and the plugins are known. */
final class AlertReader {
    private final PluginUses sinks;
    private final Map<String, Draft> services;
    private final TemplateCheck templates;
    private final Reading reading;
    private final Faults faults;

    AlertReader(PluginUses sinks, Map<String, Draft> services, TemplateCheck templates, Reading reading) {
        this.sinks = sinks;
        this.services = services;
        this.templates = templates;
        this.reading = reading;
        this.faults = reading.faults();
    }

    List<AlertRule> read(List<Located<Section>> written) {
        List<AlertRule> rules = new ArrayList<>(written.size());
        for (Located<Section> each : written) {
            AlertRule rule = rule(each.value());
            if (rule != null && !rules.contains(rule)) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable AlertRule rule(Section rule) {
        Key<Section> about = AlertKeys.CONDITIONS.stream().filter(rule::has).findFirst().orElseThrow();
        Section said = rule.get(about);
        AlertCondition condition = said == null ? null : condition(about, said);
        if (said == null || condition == null) {
            return null;
        }
        List<ServiceId> concerned = services(said, condition);
        List<AlertTarget> to = targets(rule.get(AlertKeys.TO, List.of()));
        return new AlertRule(
                Optional.ofNullable(rule.get(AlertKeys.NAME)),
                condition,
                said.get(AlertKeys.FOR, Duration.ZERO),
                concerned,
                to.isEmpty() ? AlertRule.DEFAULT_TO : to);
    }

    private @Nullable AlertCondition condition(Key<Section> about, Section said) {
        if (about == AlertKeys.UNHEALTHY) {
            return new AlertCondition.Unhealthy();
        } else if (about == AlertKeys.FAILED) {
            return new AlertCondition.Failed();
        } else if (about == AlertKeys.BREAKER_OPEN) {
            return new AlertCondition.BreakerOpen();
        } else if (about == AlertKeys.ERROR_RATE) {
            return limit(about, said, AlertKeys.RATE, rate -> rate);
        } else if (about == AlertKeys.MEMORY) {
            return limit(about, said, AlertKeys.SIZE, AlertCondition.Memory::new);
        }
        return limit(about, said, AlertKeys.TIME, AlertCondition.Latency::new);
    }

    private <T> @Nullable AlertCondition limit(
            Key<Section> about, Section said, Key<T> limit, Function<T, AlertCondition> condition) {
        T value = said.get(limit);
        if (value == null && !said.has(limit)) {
            faults.error("no-limit", "'" + about.name() + "' has no limit", said.node().span(), "add 'above: …'");
        }
        return value == null ? null : condition.apply(value);
    }

    private List<ServiceId> services(Section said, AlertCondition condition) {
        List<ServiceId> named = new ArrayList<>();
        for (Located<String> name : said.get(AlertKeys.SERVICE, List.of())) {
            Draft service = services.get(name.value());
            if (service == null) {
                String message = "'alerts' names a service '" + name.value() + "', which does not exist";
                faults.error("unknown-service", message, name.span(), faults.hint(name.value(), services.keySet()));
                continue;
            }
            if (condition instanceof AlertCondition.Latency && !service.section().has(ServiceKeys.HEALTHCHECK)) {
                String message = "service '" + name.value() + "' has no health check whose answers could take too long";
                faults.warning("never-fires", message, name.span(), "add 'healthcheck: …' to it");
            }
            if (!named.contains(new ServiceId(name.value()))) {
                named.add(new ServiceId(name.value()));
            }
        }
        return named;
    }

    private List<AlertTarget> targets(List<Located<Target>> written) {
        List<AlertTarget> targets = new ArrayList<>();
        for (Located<Target> each : written) {
            switch (each.value()) {
                case Target.Known(var target) -> {
                    if (target instanceof AlertTarget.Run(var command)) {
                        templates.command(command, each.span());
                    }
                    targets.add(target);
                }
                case Target.Posting(var use) -> {
                    PluginUse sink = sinks.read(use, List.of(), "'alerts'", reading);
                    if (sink != null) {
                        templates.sink(sink, each.span());
                        targets.add(new AlertTarget.Post(sink));
                    }
                }
            }
        }
        return targets;
    }
}
