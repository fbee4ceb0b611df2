package dev.brummer.cli;

import dev.brummer.cli.board.EventsText;
import dev.brummer.config.view.JsonText;
import dev.brummer.insight.error.ErrorGroup;
import dev.brummer.insight.name.NameBook;
import dev.brummer.insight.report.ErrorsText;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.TraceText;
import dev.brummer.insight.request.TracedRequest;
import dev.brummer.logs.query.QueryException;
import dev.brummer.logs.query.QueryScope.Named;
import dev.brummer.logs.query.SlowQueryException;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.runtime.history.NoSuchStartException;
import dev.brummer.runtime.history.SourceFiles;
import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.Starts;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** What the commands share that ask one start: which start is asked, and in which form the answer is. */
final class Reporting {
    private final Histories histories;
    private final Terminal terminal;

    @Inject
    Reporting(Histories histories, Terminal terminal) {
        this.histories = histories;
        this.terminal = terminal;
    }

    /** The form of an answer. */
    enum Form {
        TEXT,
        MARKDOWN,
        JSON
    }

    /** Answers a question about one start. */
    @FunctionalInterface
    interface Question {
        /** @param starts all that are kept, the one that is asked among them */
        ExitCode ask(Archive archive, Investigation investigation, Start start, Starts starts)
                throws IOException, QueryException, UsageException;
    }

    static Options options() {
        return new Options()
                .addOption(start())
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "text, markdown or json"));
    }

    /** The option that names a start. */
    static Option start() {
        return GlobalOptions.option(
                null, "start", "ID", "an earlier start: 'previous', or as 'logs --starts' names it");
    }

    /** @throws UsageException if it is no form */
    static Form form(String verb, CommandLine typed) throws UsageException {
        String word = typed.getOptionValue("output", "text");
        return switch (word) {
            case "text" -> Form.TEXT;
            case "markdown" -> Form.MARKDOWN;
            case "json" -> Form.JSON;
            default -> throw new UsageException(verb + " --output takes text, markdown or json, not '" + word + "'");
        };
    }

    /** Asks the start that was named, or else the newest. */
    ExitCode ask(CommandLine typed, Question question) throws UsageException {
        Path own = histories.own();
        try {
            Starts starts = Starts.in(own);
            if (starts.all().isEmpty()) {
                terminal.complain(histories.nothingStarted());
                return ExitCode.NOTHING_RUNS;
            }
            String wanted = typed.getOptionValue("start");
            Start start = wanted == null ? starts.newest() : starts.chosen(wanted);
            try (Archive archive = Archive.open(start)) {
                return question.ask(archive, histories.investigation(archive), start, starts);
            }
        } catch (QueryException e) {
            throw new UsageException(e.rendering(), e);
        } catch (NoSuchStartException | SlowQueryException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (OutputException e) {
            // Why, is said where that matters to somebody.
            return ExitCode.OK;
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("the journal in " + own + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The names of the services that people mean.
     *
     * @param words names as they or their lines call them
     * @throws UsageException if one names nothing, or may mean several
     */
    static Set<String> services(List<String> words, NameBook names) throws UsageException {
        Set<String> services = new LinkedHashSet<>();
        for (String word : words) {
            services.add(switch (names.find(word)) {
                case Named.Service(var service) -> service.name();
                case Named.Ambiguous(var candidates) ->
                    throw new UsageException("'" + word + "' could be "
                            + candidates.stream().map(ServiceId::name).collect(Collectors.joining(" or ")));
                case Named.Unknown(var near) ->
                    throw new UsageException("there is no service '" + word + "'"
                            + near.map(name -> ": did you mean '" + name + "'?").orElse(""));
            });
        }
        return services;
    }

    void printJson(Object tree) {
        terminal.print(JsonText.write(tree));
    }

    /** Groups of errors for a person at the terminal. */
    String text(Archive archive, List<ErrorGroup> groups, long untold) {
        return new ErrorsText(paint(archive), columns(), ZoneId.systemDefault(), files()::of).of(groups, untold);
    }

    /** A request for a person at the terminal. */
    String text(Archive archive, TracedRequest request) {
        return new TraceText(paint(archive), columns(), ZoneId.systemDefault(), files()::of).of(request);
    }

    /** What happened in a start, for a person at the terminal. */
    EventsText events(Archive archive, Start start) {
        List<String> labels = histories.shown(archive).stream()
                .map(shown -> shown.instance().label())
                .toList();
        Optional<LocalDate> today = start.running()
                ? Optional.of(LocalDate.ofInstant(histories.time().instant(), ZoneId.systemDefault()))
                : Optional.empty();
        return new EventsText(() -> page(archive), labels, today);
    }

    /** What a report of a view is written on, as wide as the terminal is now. */
    Page page(Archive archive) {
        return new Page(paint(archive), columns(), ZoneId.systemDefault());
    }

    private Paint paint(Archive archive) {
        Set<ServiceId> services = histories.services(archive);
        return terminal.colour() ? new ReportPaint(services) : Paint.NONE;
    }

    private int columns() {
        return Math.min(terminal.columns(), TraceText.UNBOUNDED);
    }

    private SourceFiles files() {
        return new SourceFiles(histories.project());
    }

    Terminal terminal() {
        return terminal;
    }

    Histories histories() {
        return histories;
    }

    /** The start before one; empty where there is none. */
    static List<Start> before(Start start, Starts starts) {
        int at = starts.all().indexOf(start);
        return at < 1 ? List.of() : List.of(starts.all().get(at - 1));
    }
}
