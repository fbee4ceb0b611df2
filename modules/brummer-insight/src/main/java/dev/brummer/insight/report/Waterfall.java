package dev.brummer.insight.report;

import dev.brummer.insight.report.Paint.Style;
import dev.brummer.insight.request.Calls;
import dev.brummer.insight.request.Span;
import dev.brummer.insight.request.TracedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Draws who worked when, one bar for each span. For one thread. */
final class Waterfall {
    private static final String MEASURED = "█";
    private static final String SEEN = "░";
    private static final String POINT = "│";
    private static final int WIDEST = 60;
    private static final int NARROWEST = 8;
    // Two blanks before the bar, two behind it, and a blank and a sign at the end.
    private static final int BESIDE = 6;
    private static final int ROOM_FOR_WHAT = 12;

    private final Sheet sheet;
    private final int widestName;
    private int shares;

    Waterfall(Sheet sheet, int widestName) {
        this.sheet = sheet;
        this.widestName = widestName;
    }

    /** Adds the bars, if the time is known that anything took. */
    void add(TracedRequest request) {
        List<Span> spans = request.spans();
        Instant start = request.start();
        Instant end = spans.stream().map(Span::end).reduce(start, (a, b) -> a.isAfter(b) ? a : b);
        Duration total = Duration.between(start, end);
        if (total.isZero() || spans.stream().allMatch(span -> span.duration().isZero())) {
            return;
        }
        int names = Math.min(widestName, spans.stream().mapToInt(span -> Cells.width(span.service())).max().orElse(0));
        shares = spans.stream().mapToInt(span -> share(span).length()).max().orElse(0);
        int figures = spans.stream().mapToInt(span -> Cells.width(figure(span, start))).max().orElse(0);
        int bars = Math.min(WIDEST, sheet.columns() - names - figures - BESIDE);
        if (bars < NARROWEST) {
            return;
        }
        sheet.gap();
        spans.forEach(span -> add(span, new Scale(start, total, bars), names, figures));
        request.calls().forEach(calls -> sheet.quiet(0, told(calls)));
        if (spans.stream().anyMatch(span -> !span.measured() && !span.duration().isZero())) {
            sheet.quiet(0, SEEN + " from the first to the last line of the service");
        }
    }

    private void add(Span span, Scale scale, int names, int figures) {
        String name = Cells.left(Cells.cut(span.service(), names), names);
        String bar = scale.bar(span);
        Paint paint = sheet.paint();
        String painted = span.failed() ? paint.styled(Style.ERROR, bar) : paint.service(span.service(), bar);
        int left = sheet.columns() - names - scale.columns() - figures - BESIDE - 2;
        String what = left < ROOM_FOR_WHAT || span.what().isEmpty() ? "" : "  " + Cells.cut(span.what(), left);
        String room = " ".repeat(scale.columns() - scale.begin(span) - bar.length());
        sheet.line(paint.service(span.service(), name) + "  "
                + " ".repeat(scale.begin(span)) + painted + room + "  "
                + Cells.right(figure(span, scale.start()), figures)
                + (span.failed() ? paint.styled(Style.ERROR, " ✗") : "")
                + paint.styled(Style.QUIET, what));
    }

    /** Where the time went that a service took, of which its calls are a part. */
    private static String told(Calls calls) {
        String sum = calls.caller() + ": " + Figures.count(calls.count(), "call") + ", "
                + Figures.millis(calls.sum()) + " of " + Figures.millis(calls.total());
        if (calls.between().isZero()) {
            return sum;
        }
        return calls.between().isNegative()
                ? sum + "; " + Figures.millis(calls.between().negated()) + " more, for some ran at the same time"
                : sum + "; " + Figures.millis(calls.between()) + " in none of them";
    }

    private static String share(Span span) {
        return span.share().isPresent() ? Figures.percent(span.share().getAsDouble()) : "";
    }

    /** How long it took, and which share that was of its caller's time; where it is a moment, when that was. */
    private String figure(Span span, Instant start) {
        String figure = span.duration().isZero()
                ? "at " + Figures.millis(Duration.between(start, span.start()))
                : Figures.millis(span.duration());
        return shares == 0 ? figure : figure + "  " + Cells.right(share(span), shares);
    }

    /** Where on the terminal a time is. */
    private record Scale(Instant start, Duration total, int columns) {
        int begin(Span span) {
            return Math.min(columns - 1, (int) at(span.start()));
        }

        String bar(Span span) {
            if (span.duration().isZero()) {
                return POINT;
            }
            int length = Math.max(1, (int) Math.round(at(span.end())) - begin(span));
            return (span.measured() ? MEASURED : SEEN).repeat(Math.min(length, columns - begin(span)));
        }

        private double at(Instant time) {
            return (double) Duration.between(start, time).toNanos() * columns / total.toNanos();
        }
    }
}
