package dev.brummer.cli;

import dev.brummer.cli.prompt.Reports;
import dev.brummer.insight.error.ErrorBook;
import dev.brummer.insight.request.TracedRequest;
import dev.brummer.logs.query.QueryException;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.runtime.history.Starts;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;

/** What the prompt tells of the start that this process supervises: it reads the journal as anybody else would. */
final class PromptReports implements Reports {
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
        T ask(Archive archive, Investigation investigation) throws IOException, QueryException;
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

    /** Ids of requests in the newest lines, the latest first; none where they cannot be read. */
    List<String> recentIds() {
        try {
            return asked((archive, investigation) -> archive.recentRequests(investigation.finder()));
        } catch (IOException | QueryException e) {
            // Completion offers what there is; whoever asks for a report is told what is wrong.
            return List.of();
        }
    }

    private String told(Question<String> question) {
        try {
            return asked(question);
        } catch (IOException | QueryException e) {
            return "the journal cannot be read: " + e.getMessage() + "\n";
        }
    }

    private <T> T asked(Question<T> question) throws IOException, QueryException {
        try (Archive archive = Archive.open(Starts.ofThisProcess(histories.own()))) {
            return question.ask(archive, histories.investigation(archive));
        }
    }
}
