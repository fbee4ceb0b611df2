package dev.brummer.config;

import dev.brummer.config.keys.HealthKeys;
import dev.brummer.config.keys.HealthShape.Health;
import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Section;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.PluginUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the keys of services. */
final class DraftReader {
    private static final List<String> HEALTH_KEYS = List.copyOf(HealthKeys.KEYS.names());

    private final Map<String, Located<EnvironmentValue>> common;
    private final EnvFiles envFiles;
    private final PluginUses checks;

    /** @param common the environment that every service has from the file */
    DraftReader(Map<String, Located<EnvironmentValue>> common, EnvFiles envFiles, PluginUses checks) {
        this.common = common;
        this.envFiles = envFiles;
        this.checks = checks;
    }

    @Nullable Draft read(Entry service, boolean active, Reading reading) {
        String name = service.key().text();
        Section section = TopKeys.SERVICE.read(service.value(), new Place("", name, service.key().span()), reading);
        if (section == null) {
            return null;
        }
        String owner = "service '" + name + "'";
        List<Located<PluginUse>> readiness = new ArrayList<>();
        for (Entry use : section.get(ServiceKeys.READINESS, List.of())) {
            PluginUse check = checks.read(use, List.of(), owner, reading);
            if (check != null) {
                readiness.add(new Located<>(check, use.key().span()));
            }
        }
        Map<String, Located<EnvironmentValue>> environment = active ? environment(section) : Map.of();
        return new Draft(
                name, service.key().span(), section, active, environment, readiness, health(section, owner, reading));
    }

    private Map<String, Located<EnvironmentValue>> environment(Section section) {
        Map<String, Located<EnvironmentValue>> environment = new LinkedHashMap<>(common);
        envFiles.add(section.get(ServiceKeys.ENV_FILE, List.of()), environment);
        environment.putAll(section.get(ServiceKeys.ENVIRONMENT, Map.of()));
        return environment;
    }

    private Optional<Located<HealthSpec>> health(Section section, String owner, Reading reading) {
        Health health = section.get(ServiceKeys.HEALTHCHECK);
        if (health == null || health.check() == null) {
            return Optional.empty();
        }
        PluginUse check = checks.read(health.check(), HEALTH_KEYS, owner, reading);
        if (check == null) {
            return Optional.empty();
        }
        Section timing = health.timing();
        HealthSpec spec = new HealthSpec(
                check,
                timing.get(HealthKeys.INTERVAL, HealthSpec.DEFAULT_INTERVAL),
                timing.get(HealthKeys.TIMEOUT, HealthSpec.DEFAULT_TIMEOUT),
                timing.get(HealthKeys.RETRIES, HealthSpec.DEFAULT_RETRIES),
                timing.get(HealthKeys.START_PERIOD, HealthSpec.DEFAULT_START_PERIOD),
                timing.get(HealthKeys.START_INTERVAL, HealthSpec.DEFAULT_START_INTERVAL));
        return Optional.of(new Located<>(spec, health.check().key().span()));
    }
}
