package dev.brummer.cli;

import dev.brummer.logs.Hit;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Dialect;
import dev.brummer.logs.query.Query;
import dev.brummer.logs.query.QueryException;
import dev.brummer.logs.query.SlowQueryException;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Following;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.runtime.history.NoSuchStartException;
import dev.brummer.runtime.history.PickedLines;
import dev.brummer.runtime.history.ProbableMark;
import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.StartSummary;
import dev.brummer.runtime.history.Starts;
import dev.brummer.runtime.history.StoredOutput;
import dev.brummer.spi.OutputSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** {@code brum logs}: what services have written, while they run and afterwards. */
final class LogsCommand implements Command {
    static final Verb VERB = Verb.asking(
            "logs",
            "[QUERY…]",
            "show what services have written, while they run and afterwards",
            LogArguments::options,
            LogsCommand.class);

    private static final byte[] SEPARATOR = "--\n".getBytes(StandardCharsets.US_ASCII);
    private static final String LEGEND =
            "brum: with ~ what is probably part of it: no id leads there, but no other request was in flight";

    /** Beyond so many, what was found is counted first and not kept. */
    private static final int MOST_KEPT = 5000;

    private final Histories histories;
    private final Terminal terminal;
    private final SignalTraps signals;

    private LogsCommand(Histories histories, Terminal terminal, SignalTraps signals) {
        this.histories = histories;
        this.terminal = terminal;
        this.signals = signals;
    }

    /** Without an injector: whoever looks for a line would wait for it. */
    static LogsCommand byHand(LoadedProject project, Terminal terminal, SystemTime time) {
        return new LogsCommand(
                new Histories(project, project.plugins(), terminal, time), terminal, new SignalTraps());
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        LogArguments asked = LogArguments.of(invocation.typed());
        Path own = histories.own();
        try {
            // What is wrong with the query is said whatever there is to be asked.
            Query ignored = Query.parse(asked.words(), Dialect.COMMAND_LINE);
            Starts starts = Starts.in(own);
            if (starts.all().isEmpty()) {
                terminal.complain(histories.nothingStarted());
                return ExitCode.NOTHING_RUNS;
            }
            if (asked.starts()) {
                terminal.print(list(starts, asked.json()));
                return ExitCode.OK;
            }
            show(asked, asked.start().isPresent() ? starts.chosen(asked.start().get()) : starts.newest());
            return ExitCode.OK;
        } catch (QueryException e) {
            throw new UsageException(e.rendering(), e);
        } catch (NoSuchStartException | SlowQueryException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (OutputException e) {
            // Why, is said where that matters to somebody.
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UsageException("the journal in " + own + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String list(Starts starts, boolean json) throws IOException, QueryException {
        List<StartSummary> summaries = new ArrayList<>();
        for (Start start : starts.all()) {
            try (Archive archive = Archive.open(start)) {
                BoundQuery errors = histories.bind(List.of("level:error"), archive);
                summaries.add(StartSummary.of(start, archive, errors));
            }
        }
        return json
                ? StartsText.json(summaries)
                : StartsText.table(summaries, ZoneId.systemDefault(), histories.time().instant());
    }

    private void show(LogArguments asked, Start start) throws IOException, QueryException {
        try (Archive archive = Archive.open(start)) {
            Investigation investigation = histories.investigation(archive);
            BoundQuery query = histories.bind(asked.words(), investigation);
            query.remarks().forEach(remark -> terminal.complain("brum: " + remark));
            archive.reader().tornTail().filter(_ -> !start.running()).ifPresent(torn -> terminal.complain(
                    "brum: brum was killed while it stored output: the last " + torn.bytes() + " bytes are left out"));
            StoredOutput output = histories.output(archive, investigation, terminal);
            try (OutputSink sink = asked.json() ? output.json() : output.text(asked.timestamps(), asked.prefix())) {
                // As late as possible: what is written while this begins would be behind for whoever follows.
                boolean ignored = archive.reader().refresh();
                long end = archive.end();
                BoundQuery marked = asked.json() ? BoundQuery.ALL : query;
                HitWriter writer = new HitWriter(sink, ProbableMark.of(marked, output.attribution()));
                showStored(asked, archive, query, writer);
                sink.flush();
                if (writer.hasMarked()) {
                    terminal.complain(LEGEND);
                }
                if (asked.follow()) {
                    follow(asked, archive, query, end, sink);
                }
            }
        }
    }

    private void showStored(LogArguments asked, Archive archive, BoundQuery query, HitWriter writer) throws IOException {
        if (asked.limit() > MOST_KEPT && asked.context() == 0) {
            writer.writeNewest(asked.limit(), visitor -> archive.forEach(query, visitor));
        } else {
            writeHits(asked, archive, query, writer);
        }
    }

    private void writeHits(LogArguments asked, Archive archive, BoundQuery query, HitWriter writer) throws IOException {
        List<Hit> hits = archive.newest(query, asked.limit(), asked.context());
        boolean groups = asked.context() > 0 && !asked.json();
        writer.write(hits, () -> {
            if (groups) {
                terminal.write(ByteBuffer.wrap(SEPARATOR));
            }
        });
    }

    private void follow(LogArguments asked, Archive archive, BoundQuery query, long from, OutputSink sink)
            throws IOException {
        Following following = new Following(archive.reader(), histories.own());
        signals.onEnd(_ -> following.stop());
        following.run(archive.reader().cursor(from), new PickedLines(archive.filter(query), !asked.json(), sink));
    }
}
