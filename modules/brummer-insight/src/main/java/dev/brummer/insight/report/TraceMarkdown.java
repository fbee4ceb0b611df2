package dev.brummer.insight.report;

import dev.brummer.insight.error.ErrorSummary;
import dev.brummer.insight.request.Hop;
import dev.brummer.insight.request.TracedRequest;
import java.time.ZoneOffset;
import java.util.List;

/** A traced request as Markdown, ready for an issue: times are in UTC, for who reads it may be elsewhere. */
public final class TraceMarkdown {
    // Of a code block more is hidden behind a scroll bar.
    private static final int COLUMNS = 110;

    private TraceMarkdown() {}

    /** The request, each line with its line end. */
    public static String of(TracedRequest request) {
        String text = new TraceText(Paint.NONE, COLUMNS, ZoneOffset.UTC, service -> Links.ABSOLUTE).of(request);
        if (request.hops().isEmpty()) {
            return Markdown.text(text);
        }
        // What stands before the first empty line is in the heading.
        return heading(request) + "\n" + Markdown.block(text.substring(text.indexOf("\n\n") + 2));
    }

    private static String heading(TracedRequest request) {
        String failed = request.failing().map(hop -> " failed in " + Markdown.code(hop.service().name())).orElse("");
        return (request.named() ? "### Request " : "### Lines with ") + Markdown.code(request.id()) + failed + "\n\n"
                + "- " + Figures.millis(request.duration())
                + " from " + Figures.whole(request.start(), ZoneOffset.UTC) + " UTC\n"
                + Notes.doubt(request).map(doubt -> "- " + Markdown.text(doubt) + "\n").orElse("")
                + request.failing().map(TraceMarkdown::failure).orElse("")
                + linked(request);
    }

    private static String failure(Hop hop) {
        ErrorSummary summary = ErrorSummary.of(hop.unit());
        String place = summary.place().isEmpty() ? "" : " at " + Markdown.code(summary.place());
        return "- " + Markdown.text(summary.title()) + place + "\n";
    }

    private static String linked(TracedRequest request) {
        List<String> others = request.ids().stream().skip(1).map(Markdown::code).toList();
        return others.isEmpty() ? "" : "- linked ids: " + String.join(", ", others) + "\n";
    }
}
