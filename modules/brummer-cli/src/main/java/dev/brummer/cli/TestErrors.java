package dev.brummer.cli;

import dev.brummer.cli.test.TestOutcome;
import dev.brummer.insight.error.ErrorBook;
import dev.brummer.insight.error.ErrorGroup;
import dev.brummer.insight.report.ErrorFields;
import dev.brummer.insight.report.ErrorsText;
import dev.brummer.insight.report.Page;
import dev.brummer.logs.query.QueryException;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.SourceFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The errors that services logged while a test ran.
 *
 * @param untold how many more there are
 */
record TestErrors(List<ErrorGroup> groups, long untold, SourceFiles files) {
    /**
     * Reads them.
     *
     * @throws IOException if the journal cannot be read
     */
    static TestErrors of(TestOutcome outcome, Archive archive, Histories histories) throws IOException {
        try {
            ErrorBook book = histories.investigation(archive)
                    .errors()
                    .read(histories.bind(List.of("level:error", "since:" + outcome.begin()), archive));
            return new TestErrors(book.groups(), book.untold(), new SourceFiles(histories.project()));
        } catch (QueryException e) {
            throw new IllegalStateException("a query of Brummer's own", e);
        }
    }

    /** For a person; nothing where there are none. */
    String text(Page page) {
        String text = new ErrorsText(page.paint(), page.columns(), page.zone(), files::of).of(groups, untold);
        return text.isEmpty() ? "" : "errors while it ran:\n" + text;
    }

    List<Map<String, Object>> fields() {
        return ErrorFields.of(groups);
    }
}
