package dev.brummer.runtime.plugins;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Severity;
import java.util.List;

/**
 * Why something of a plugin cannot be used. Immutable.
 *
 * @param noun the kind of what it is about, {@code check}; empty where it is about the jar
 * @param id the id of what it is about; empty where it has none
 * @param severity whether it keeps everything else from being started
 */
public record PluginFault(Plugin plugin, String noun, String id, Words words, Severity severity) {
    /**
     * @param reason why, in words that follow the jar's name: {@code is no jar}
     * @param remedy what to do about it
     */
    public record Words(String reason, String remedy) {}

    static PluginFault broken(Plugin plugin, Words words) {
        return new PluginFault(plugin, "", "", words, Severity.WARNING);
    }

    /** Why, in words that follow the jar's name: {@code is no jar}. */
    public String reason() {
        return words.reason();
    }

    /** What to do about it. */
    public String remedy() {
        return words.remedy();
    }

    Diagnostic diagnostic() {
        String diagnosticId = severity == Severity.ERROR ? "same-plugin" : "broken-plugin";
        return new Diagnostic(
                severity, diagnosticId, plugin.name() + " " + reason(), List.of(), List.of(words.remedy()));
    }
}
