package dev.brummer.config;

import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code sinks}. The console is always the first of them, until {@code console: off} takes it away. */
final class SinkReader {
    static final String CONSOLE = "console";
    private static final Span NOWHERE = new Span(new SourceFile("", ""), 0, 0, 0, 0);

    private final PluginUses sinks;
    private final Map<String, OptionValue> consoleOptions = new LinkedHashMap<>();
    private boolean console = true;

    SinkReader(PluginUses sinks, @Nullable PluginUse consoleConfig) {
        this.sinks = sinks;
        if (consoleConfig != null) {
            consoleOptions.putAll(consoleConfig.options());
        }
    }

    List<Located<PluginUse>> read(List<Entry> uses, Reading reading) {
        List<Located<PluginUse>> others = new ArrayList<>();
        Span consoleAt = NOWHERE;
        for (Entry use : uses) {
            boolean isConsole = use.key().text().equals(CONSOLE);
            if (isConsole) {
                consoleAt = use.value().span();
                console = !isOff(use);
            }
            PluginUse sink = isConsole && !console ? null : sinks.read(use, List.of(), "'sinks'", reading);
            if (isConsole && sink != null) {
                consoleOptions.putAll(sink.options());
            } else if (sink != null) {
                others.add(new Located<>(sink, use.value().span()));
            }
        }
        if (console) {
            others.addFirst(new Located<>(new PluginUse(CONSOLE, consoleOptions), consoleAt));
        }
        return others;
    }

    private static boolean isOff(Entry use) {
        return use.value() instanceof Scalar scalar && (scalar.text().equals("off") || scalar.text().equals("false"));
    }
}
