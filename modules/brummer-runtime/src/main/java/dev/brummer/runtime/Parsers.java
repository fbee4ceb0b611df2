package dev.brummer.runtime;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.insight.fact.FactSearch;
import dev.brummer.insight.fact.ParserKind;
import dev.brummer.insight.fact.ParserTrouble;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.Journal;
import dev.brummer.process.DaemonThreads;
import dev.brummer.runtime.history.ServiceNames;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Sets the parsers of a session up, and tells what they do wrong. */
final class Parsers implements ParserTrouble {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Project project;
    private final Map<InstanceId, List<Integer>> ports;
    private final PluginCatalog plugins;
    private final Journal journal;

    Parsers(Project project, Map<InstanceId, List<Integer>> ports, PluginCatalog plugins, Journal journal) {
        this.project = project;
        this.ports = ports;
        this.plugins = plugins;
        this.journal = journal;
    }

    FactSearch search() {
        List<ParserKind> kinds = new ArrayList<>();
        for (LogParserFactory factory : plugins.parsers()) {
            kinds.add(new ParserKind(factory.id(), () -> factory.create(options(factory))));
        }
        NameBook names = ServiceNames.of(project.services().values());
        return new FactSearch(
                kinds,
                names,
                this,
                () -> Executors.newSingleThreadExecutor(DaemonThreads.factory("parsers")),
                PATIENCE);
    }

    private Options options(LogParserFactory factory) {
        PluginUse none = new PluginUse(factory.id(), Map.of());
        PluginUse use = project.plugins().config().getOrDefault(factory.id(), none);
        try {
            return Environments.of(project, ports).options(use, factory.options());
        } catch (UnresolvedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void unusable(String parser, Throwable why) {
        say("log parser " + parser + " cannot be used: " + words(why));
    }

    @Override
    public void broke(String parser, Place place, Throwable why) {
        say("log parser " + parser + " broke over line " + at(place) + ": " + words(why)
                + "; further lines like that are not told");
    }

    @Override
    public void switchedOff(String parser, int times) {
        say("log parser " + parser + " is switched off: it has broken over " + times + " lines");
    }

    @Override
    public void hangs(String parser, Place place, Duration since) {
        say("log parser " + parser + " is switched off: it does not come back from line " + at(place)
                + "; until brum ends, a core may stay busy with it");
    }

    private static String at(Place place) {
        return place.sequence() + " of " + place.instance();
    }

    private static String words(Throwable why) {
        return why instanceof IllegalArgumentException ? String.valueOf(why.getMessage()) : why.toString();
    }

    private void say(String text) {
        long ignored = journal.notice(Level.WARN, text);
    }
}
