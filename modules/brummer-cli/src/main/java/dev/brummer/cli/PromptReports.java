package dev.brummer.cli;

import dev.brummer.cli.prompt.Reports;
import dev.brummer.insight.error.ErrorBook;
import dev.brummer.insight.report.Insight;
import dev.brummer.insight.request.TracedRequest;
import dev.brummer.insight.view.Report;
import dev.brummer.logs.query.QueryException;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Happenings;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.Starts;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the prompt tells of the start that this process supervises: it reads the journal as anybody else would. */
final class PromptReports implements Reports {
    /** So many events are a screen. */
    private static final int LATELY = 30;

    private final Histories histories;
    private final Reporting reporting;

    @Inject
    PromptReports(Histories histories, Reporting reporting) {
        this.histories = histories;
        this.reporting = reporting;
    }

    /** Answers a question about what has been written so far. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(Archive archive, Investigation investigation) throws IOException, QueryException, UsageException;
    }

    @Override
    public String errors() {
        return told((archive, investigation) -> {
            ErrorBook book = investigation.errors().read(histories.bind(List.of("level:error"), archive));
            return book.groups().isEmpty() ? "no errors\n" : reporting.text(archive, book.groups(), book.untold());
        });
    }

    @Override
    public String trace(String id) {
        return told((archive, investigation) -> {
            TracedRequest request = investigation.requests().trace(id);
            return reporting.text(archive, request);
        });
    }

    /**
     * What happened to services lately.
     *
     * @param words those services; none for all
     */
    String events(List<String> words) {
        return told((archive, investigation) -> {
            Set<String> services = Reporting.services(words, investigation.names());
            var happenings = new Happenings(services, Instant.MIN);
            Start start = Starts.ofThisProcess(histories.own());
            return reporting.events(archive, start).of(happenings.newest(archive.reader().events(1), LATELY));
        });
    }

    /**
     * A view of the facts.
     *
     * @param verb the command that shows it
     * @param words the services it is to be about; none for all
     */
    String view(String verb, List<String> words) {
        return told((archive, investigation) -> {
            Set<String> services = Reporting.services(words, investigation.names());
            return text(Insight.of(verb, histories.project()), services, archive);
        });
    }

    private <R extends Report<R>> String text(Insight<R> insight, Set<String> services, Archive archive)
            throws IOException {
        Start start = Starts.ofThisProcess(histories.own());
        var facts = new StoredFacts<>(insight.view(), archive.reader(), start, histories.time());
        facts.readAll();
        R report = facts.report();
        var shown = new Shown<>(insight, services, false, () -> reporting.page(archive));
        return shown.nothing(report).map(sentence -> sentence + "\n").orElseGet(() -> shown.text(report));
    }

    /** Ids of requests in the newest lines, the latest first; none where they cannot be read. */
    List<String> recentIds() {
        try {
            return asked((archive, investigation) -> archive.recentRequests(investigation.finder()));
        } catch (IOException | QueryException | UsageException e) {
            // Completion offers what there is; whoever asks for a report is told what is wrong.
            return List.of();
        }
    }

    private String told(Question<String> question) {
        try {
            return asked(question);
        } catch (UsageException e) {
            return e.getMessage() + "\n";
        } catch (IOException | QueryException e) {
            return "the journal cannot be read: " + e.getMessage() + "\n";
        }
    }

    private <T> T asked(Question<T> question) throws IOException, QueryException, UsageException {
        try (Archive archive = Archive.open(Starts.ofThisProcess(histories.own()))) {
            return question.ask(archive, histories.investigation(archive));
        }
    }
}
