package dev.brummer.config.view;

import dev.brummer.config.KnownPlugins;
import dev.brummer.config.PluginDescriptor;
import dev.brummer.config.keys.AlertKeys;
import dev.brummer.config.keys.LogKeys;
import dev.brummer.config.keys.BackoffKeys;
import dev.brummer.config.keys.DependencyKeys;
import dev.brummer.config.keys.EnvFileKeys;
import dev.brummer.config.keys.HealthKeys;
import dev.brummer.config.keys.PluginKeys;
import dev.brummer.config.keys.ServiceKeys;
import dev.brummer.config.keys.StageKeys;
import dev.brummer.config.keys.TestKeys;
import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.keys.WatchKeys;
import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.spi.OptionSpec;
import java.util.List;
import java.util.Locale;

/** Writes the reference of {@code brummer.yaml} in Markdown, from the declarations that the loader reads it by. */
public final class ConfigReference {
    private final StringBuilder out = new StringBuilder();

    private ConfigReference() {}

    public static String markdown(KnownPlugins plugins) {
        ConfigReference reference = new ConfigReference();
        reference.out.append(ReferenceText.HEAD);
        reference.section("Top level", "", TopKeys.KEYS);
        reference.section(
                "A service", "Under `services.<name>`, and for all of them under `defaults`.", ServiceKeys.KEYS);
        reference.section("A dependency", "Under `services.<name>.depends_on.<other>`.", DependencyKeys.KEYS);
        reference.section(
                "A health check", "Under `services.<name>.healthcheck`, beside one [check](#checks).", HealthKeys.KEYS);
        reference.section("Back-off", "Under `services.<name>.backoff`.", BackoffKeys.KEYS);
        reference.section("A watch", "Under `services.<name>.watch`; paths alone are one too.", WatchKeys.KEYS);
        reference.section("An env file", "An entry of `env_file`; a path alone is one too.", EnvFileKeys.KEYS);
        reference.section("A stage", "Under `stages.<name>`, in the map form of `stages`.", StageKeys.KEYS);
        reference.section(
                "A profile",
                "Under `profiles.<name>`: merged over the rest while the profile is active.",
                TopKeys.PROFILE_KEYS);
        reference.section("Plugins", ReferenceText.PLUGINS, PluginKeys.KEYS);
        reference.section("Logs", "Under `logs`.", LogKeys.KEYS);
        reference.section("What is kept", "Under `logs.retain`.", LogKeys.RETAIN_KEYS);
        reference.section("Alerts", ReferenceText.ALERTS, AlertKeys.KEYS);
        reference.section("A state", "Under `unhealthy`, `failed` and `breaker_open`.", AlertKeys.STATE_KEYS);
        reference.section("An error rate", "Under `error_rate`.", AlertKeys.RATE_KEYS);
        reference.section("Memory", "Under `memory`.", AlertKeys.SIZE_KEYS);
        reference.section("Latency", "Under `latency`.", AlertKeys.TIME_KEYS);
        reference.section("A test", ReferenceText.TESTS, TestKeys.KEYS);
        reference.plugins("Checks", ReferenceText.CHECKS, plugins.checks());
        reference.plugins("Sinks", ReferenceText.SINKS, plugins.sinks());
        reference.out.append(ReferenceText.TAIL);
        return reference.out.toString();
    }

    private void section(String title, String about, KeySet keys) {
        out.append("\n## ").append(title).append("\n\n");
        if (!about.isEmpty()) {
            out.append(about).append("\n\n");
        }
        out.append("| key | takes | default | what it does |\n|---|---|---|---|\n");
        for (Key<?> key : keys.all()) {
            row(key.name(), key.shape().words(), key.fallback(), key.description());
        }
    }

    private void plugins(String title, String about, List<PluginDescriptor> plugins) {
        out.append("\n## ").append(title).append("\n\n").append(about).append('\n');
        for (PluginDescriptor plugin : plugins) {
            out.append("\n### `")
                    .append(plugin.id())
                    .append("`\n\n")
                    .append(plugin.description())
                    .append("\n\n");
            if (plugin.scalarOption().isPresent()) {
                out.append("A bare value is its `")
                        .append(plugin.scalarOption().get())
                        .append("`.\n\n");
            }
            out.append("| option | takes | default | what it does |\n|---|---|---|---|\n");
            for (OptionSpec option : plugin.options()) {
                String fallback =
                        option.required() ? "required" : option.defaultValue().orElse("");
                row(option.name(), option.type().name().toLowerCase(Locale.ROOT), fallback, option.description());
            }
        }
    }

    private void row(String name, String words, String fallback, String description) {
        out.append("| `")
                .append(name)
                .append("` | ")
                .append(cell(words))
                .append(" | ")
                .append(cell(fallback));
        out.append(" | ").append(cell(description)).append(" |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
