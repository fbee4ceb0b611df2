package dev.brummer.cli;

import dev.brummer.cli.board.EventsText;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.query.QueryException;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Following;
import dev.brummer.runtime.history.Happenings;
import dev.brummer.runtime.history.Happenings.Happening;
import dev.brummer.runtime.history.Start;
import dev.brummer.spi.OutputSink;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code brum events}: what happened to services, while they run and afterwards. */
final class EventsCommand implements Command {
    static final Verb VERB = new Verb(
            "events",
            "[SERVICE…]",
            "show what happened: states, notices, breakers, limits, new errors",
            EventsCommand::options,
            Verb.Overrides.NONE,
            Verb.Operands.SERVICES,
            EventsCommand.class);

    private final Reporting reporting;
    private final SignalTraps signals;

    @Inject
    EventsCommand(Reporting reporting, SignalTraps signals) {
        this.reporting = reporting;
        this.signals = signals;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag("f", "follow", "go on with what happens from now on"))
                .addOption(GlobalOptions.option("n", "lines", "N", "so many of the newest, or 'all'; 100 if left out"))
                .addOption(GlobalOptions.option(null, "since", "TIME", "nothing older: 5m, 14:05, 2026-11-22T14:05"))
                .addOption(Reporting.start())
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "text, or json: one object a line"));
    }

    /** Where happenings go. */
    @FunctionalInterface
    private interface Shown {
        /** @throws IOException if nobody reads it any more */
        void show(List<Happening> happenings) throws IOException;
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        boolean json = Answering.json(invocation);
        int limit = LogArguments.lines("events", typed);
        return reporting.ask(typed, (archive, investigation, start, starts) -> {
            Set<String> services = Reporting.services(typed.getArgList(), investigation.names());
            var happenings = new Happenings(services, since(typed, archive));
            JournalCursor cursor = archive.reader().events(1);
            Shown shown = json ? json(archive) : text(archive, start);
            shown.show(happenings.newest(cursor, limit));
            if (typed.hasOption("follow")) {
                follow(archive, cursor, happenings, shown);
            }
            return ExitCode.OK;
        });
    }

    private Instant since(CommandLine typed, Archive archive) throws QueryException, IOException {
        String since = typed.getOptionValue("since");
        return since == null
                ? Instant.MIN
                : reporting.histories().bind(List.of("since:" + since), archive).from();
    }

    private void follow(Archive archive, JournalCursor cursor, Happenings happenings, Shown shown) throws IOException {
        Following following = new Following(archive.reader(), reporting.histories().own());
        signals.onEnd(_ -> following.stop());
        following.run(cursor, entries -> {
            List<Happening> next = happenings.among(entries);
            if (!next.isEmpty()) {
                shown.show(next);
            }
        });
    }

    private Shown json(Archive archive) throws IOException {
        OutputSink sink = reporting.histories().output(archive).json();
        return happenings -> {
            sink.accept(happenings.stream().map(Happening::entry).toList());
            sink.flush();
        };
    }

    private Shown text(Archive archive, Start start) {
        EventsText text = reporting.events(archive, start);
        Terminal terminal = reporting.terminal();
        return happenings -> {
            String lines = text.of(happenings);
            terminal.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8)));
        };
    }
}
