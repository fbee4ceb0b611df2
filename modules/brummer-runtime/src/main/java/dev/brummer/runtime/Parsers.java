package dev.brummer.runtime;

import dev.brummer.core.environment.Environments;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.insight.error.NewErrors;
import dev.brummer.insight.fact.FactSearch;
import dev.brummer.insight.fact.ParserKind;
import dev.brummer.insight.fact.ParserTrouble;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.Journal;
import dev.brummer.process.DaemonThreads;
import dev.brummer.runtime.plugins.Contribution;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.runtime.plugins.PluginKind;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogParser;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Options;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Sets the parsers of a session up, and tells what they do wrong. */
final class Parsers implements ParserTrouble {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Project project;
    private final Map<InstanceId, List<Integer>> ports;
    private final PluginCatalog plugins;
    private final PluginGuard guard;
    private final Journal journal;

    Parsers(
            Setup setup,
            PluginCatalog plugins,
            PluginGuard guard,
            Journal journal) {
        this.project = setup.project();
        this.ports = setup.ports().ports();
        this.plugins = plugins;
        this.guard = guard;
        this.journal = journal;
    }

    /** @param names what services go by */
    FactSearch search(NameBook names) {
        List<ParserKind> kinds = new ArrayList<>();
        kinds.add(new ParserKind(NewErrors.ID, NewErrors::new));
        for (Contribution<LogParserFactory> kind : plugins.all(PluginKind.PARSER)) {
            if (!project.plugins().disabled().contains(kind.id())) {
                used(kind).ifPresent(kinds::add);
            }
        }
        return new FactSearch(
                kinds,
                names,
                this,
                () -> Executors.newSingleThreadExecutor(DaemonThreads.factory("parsers")),
                PATIENCE);
    }

    private Optional<ParserKind> used(Contribution<LogParserFactory> kind) {
        if (!kind.plugin().isDroppedIn()) {
            return Optional.of(new ParserKind(kind.id(), () -> kind.factory().create(options(kind))));
        }
        return guard.returns(kind, PATIENCE, () -> strange(kind).needles())
                ? Optional.of(new ParserKind(kind.id(), () -> strange(kind)))
                : Optional.empty();
    }

    private LogParser strange(Contribution<LogParserFactory> kind) {
        Options options = options(kind);
        return new StrangeParser(kind, PluginGuard.callQuietly(kind, () -> kind.factory().create(options)));
    }

    private Options options(Contribution<LogParserFactory> kind) {
        Map<String, OptionValue> given = new LinkedHashMap<>();
        PluginUse configured = project.plugins().config().get(kind.id());
        if (configured != null) {
            // What is of several kinds has the options of all there.
            given.putAll(configured.options());
            given.keySet().retainAll(kind.descriptor().optionNames());
        }
        PluginUse use = new PluginUse(kind.id(), given);
        try {
            return Environments.of(project, ports).options(use, kind.descriptor().options());
        } catch (UnresolvedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void unusable(String parser, Throwable why) {
        say(named(parser) + " cannot be used: " + words(why));
    }

    @Override
    public void broke(String parser, Place place, Throwable why) {
        say(named(parser) + " broke over line " + at(place) + ": " + words(why)
                + "; further lines like that are not told");
    }

    @Override
    public void switchedOff(String parser, int times) {
        say(named(parser) + " is switched off: it has broken over " + times + " lines");
    }

    @Override
    public void hangs(String parser, Place place, Duration since) {
        say(named(parser) + " is switched off: it does not come back from line " + at(place)
                + "; until brum ends, a core may stay busy with it");
    }

    private static String at(Place place) {
        return place.sequence() + " of " + place.instance();
    }

    private static String words(Throwable why) {
        return why instanceof IllegalArgumentException
                ? String.valueOf(why.getMessage())
                : "it " + PluginGuard.reason(why);
    }

    /** The parser as a person knows it, with its jar where it has one. */
    private String named(String parser) {
        return parser.equals(NewErrors.ID) ? "the search for new errors" : "log " + plugins.parser(parser).words();
    }

    private void say(String text) {
        long ignored = journal.notice(Level.WARN, text);
    }
}
