package dev.brummer.cli;

import dev.brummer.insight.error.ErrorBook;
import dev.brummer.insight.error.ErrorGroup;
import dev.brummer.insight.error.Fingerprint;
import dev.brummer.insight.report.ErrorFields;
import dev.brummer.insight.report.ErrorsMarkdown;
import dev.brummer.logs.query.QueryException;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.Starts;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code brum errors}: what went wrong, each error once, causes before consequences. */
final class ErrorsCommand implements Command {
    static final Verb VERB = Verb.asking(
            "errors",
            "[QUERY…]",
            "list what went wrong: each error once, causes before consequences",
            ErrorsCommand::options,
            ErrorsCommand.class);

    private final Reporting reporting;

    @Inject
    ErrorsCommand(Reporting reporting) {
        this.reporting = reporting;
    }

    private static Options options() {
        return Reporting.options()
                .addOption(GlobalOptions.option(null, "since", "TIME", "nothing older: 5m, 14:05, 2026-11-22T14:05"))
                .addOption(GlobalOptions.flag(null, "new", "only what the start before did not have"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        Reporting.Form form = Reporting.form("errors", typed);
        return reporting.ask(typed, (archive, investigation, start, starts) -> {
            ErrorBook book = book(archive, investigation, words(typed));
            List<ErrorGroup> groups =
                    typed.hasOption("new") ? book.groupsWithout(before(start, starts)) : book.groups();
            print(groups, book.untold(), form, archive);
            return ExitCode.OK;
        });
    }

    private static List<String> words(CommandLine typed) {
        List<String> words = new ArrayList<>(typed.getArgList());
        String since = typed.getOptionValue("since");
        if (since != null) {
            words.add("since:" + since);
        }
        return words;
    }

    private ErrorBook book(Archive archive, Investigation investigation, List<String> words)
            throws IOException, QueryException {
        List<String> errors = new ArrayList<>(List.of("level:error"));
        if (!words.isEmpty()) {
            errors.add("(");
            errors.addAll(words);
            errors.add(")");
        }
        return investigation.errors().read(reporting.histories().bind(errors, archive));
    }

    private Set<Fingerprint> before(Start start, Starts starts) throws IOException, QueryException {
        for (Start earlier : Reporting.before(start, starts)) {
            try (Archive archive = Archive.open(earlier)) {
                return book(archive, reporting.histories().investigation(archive), List.of()).fingerprints();
            }
        }
        return Set.of();
    }

    private void print(List<ErrorGroup> groups, long untold, Reporting.Form form, Archive archive) {
        switch (form) {
            case TEXT -> {
                if (groups.isEmpty()) {
                    reporting.terminal().complain("no errors");
                }
                reporting.terminal().print(reporting.text(archive, groups, untold));
            }
            case MARKDOWN -> reporting.terminal().print(ErrorsMarkdown.of(groups, untold));
            case JSON -> reporting.printJson(ErrorFields.of(groups));
        }
    }
}
