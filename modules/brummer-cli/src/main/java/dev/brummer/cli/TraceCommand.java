package dev.brummer.cli;

import dev.brummer.insight.report.TraceFields;
import dev.brummer.insight.report.TraceMarkdown;
import dev.brummer.insight.request.TracedRequest;
import dev.brummer.runtime.history.Archive;
import jakarta.inject.Inject;
import org.apache.commons.cli.CommandLine;

/** {@code brum trace}: one request as it travelled. */
final class TraceCommand implements Command {
    static final Verb VERB = Verb.asking(
            "trace", "ID", "print a request as it travelled through the services", Reporting::options, TraceCommand.class);

    private final Reporting reporting;

    @Inject
    TraceCommand(Reporting reporting) {
        this.reporting = reporting;
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        Reporting.Form form = Reporting.form("trace", typed);
        if (typed.getArgList().size() != 1) {
            throw new UsageException("trace takes one id, as lines write it: brum trace a1b2c3");
        }
        String id = typed.getArgList().getFirst();
        return reporting.ask(typed, (archive, investigation, start, starts) -> {
            TracedRequest request = investigation.requests().trace(id);
            if (request.hops().isEmpty()) {
                reporting.terminal().complain("brum: no line of this start mentions '" + id + "'");
                return ExitCode.FAILED;
            }
            print(request, form, archive);
            return ExitCode.OK;
        });
    }

    private void print(TracedRequest request, Reporting.Form form, Archive archive) {
        switch (form) {
            case TEXT -> reporting.terminal().print(reporting.text(archive, request));
            case MARKDOWN -> reporting.terminal().print(TraceMarkdown.of(request));
            case JSON -> reporting.printJson(TraceFields.of(request));
        }
    }
}
