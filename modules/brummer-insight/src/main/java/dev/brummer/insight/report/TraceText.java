package dev.brummer.insight.report;

import dev.brummer.insight.error.ErrorSummary;
import dev.brummer.insight.error.Folding;
import dev.brummer.insight.report.Paint.Style;
import dev.brummer.insight.request.Hop;
import dev.brummer.insight.request.TracedRequest;
import dev.brummer.insight.scan.UnitText;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A traced request as text: how it travelled, where the time went, and what is not certain. Immutable. */
public final class TraceText {
    /** As many columns as the text takes: nothing is broken. */
    public static final int UNBOUNDED = Integer.MAX_VALUE / 2;

    private static final int MOST_LINES = 12;
    private static final int MOST_LINES_OF_FAILURE = 40;
    private static final int INDENT = 2;
    private static final int WIDEST_NAME = 20;
    private static final int ROOM_FOR_CLOCK = 90;
    private static final Duration LONG = Duration.ofMillis(10);

    private final Paint paint;
    private final int columns;
    private final ZoneId zone;
    private final Function<ServiceId, Links> links;

    /**
     * @param columns of the terminal, or {@link #UNBOUNDED}
     * @param zone in which times are told
     * @param links finds what the lines of a service hold
     */
    public TraceText(Paint paint, int columns, ZoneId zone, Function<ServiceId, Links> links) {
        this.paint = paint;
        this.columns = columns;
        this.zone = zone;
        this.links = links;
    }

    /** The request, each line with its line end. */
    public String of(TracedRequest request) {
        var sheet = new Sheet(paint, columns);
        if (request.hops().isEmpty()) {
            sheet.line("no line knows " + request.id());
            return sheet.toString();
        }
        addHead(request, sheet);
        sheet.gap();
        addHops(request, sheet);
        new Waterfall(sheet, WIDEST_NAME).add(request);
        addNotes(request, sheet);
        return sheet.toString();
    }

    private void addHead(TracedRequest request, Sheet sheet) {
        String failed = request.failing().map(hop -> " failed in " + hop.service()).orElse("");
        String head = (request.named() ? "request " : "lines with ") + request.id() + failed;
        String rest = figures(request);
        Style style = failed.isEmpty() ? Style.STRONG : Style.ERROR;
        if (Cells.width(head + rest) + 3 <= columns) {
            sheet.line(paint.styled(style, head) + paint.styled(Style.QUIET, " · " + rest));
        } else {
            sheet.line(0, Optional.of(style), Links.ABSOLUTE, head);
            sheet.quiet(INDENT, rest);
        }
        Notes.doubt(request)
                .ifPresent(doubt -> sheet.line(INDENT, Optional.of(Style.WARNING), Links.ABSOLUTE, doubt));
        request.failing().ifPresent(hop -> addFailure(hop, sheet));
        if (request.ids().size() > 1) {
            sheet.quiet(INDENT, "linked ids: " + String.join(", ", request.ids().stream().skip(1).toList()));
        }
    }

    private String figures(TracedRequest request) {
        long services = request.hops().stream().map(Hop::service).distinct().count();
        return Figures.millis(request.duration())
                + " · " + Figures.count(request.hops().size() + request.untold(), "line")
                + " of " + Figures.count(services, "service")
                + " · " + Figures.whole(request.start(), zone);
    }

    private void addFailure(Hop hop, Sheet sheet) {
        ErrorSummary summary = ErrorSummary.of(hop.unit());
        String place = summary.place().isEmpty() ? "" : " · " + summary.place();
        Links own = links.apply(hop.service()).withPlace(summary.place(), hop.unit());
        sheet.line(INDENT, Optional.of(Style.ERROR), own, summary.title() + place);
    }

    private void addHops(TracedRequest request, Sheet sheet) {
        int gapWidth = request.hops().stream().mapToInt(hop -> Cells.width(gap(hop))).max().orElse(0);
        int nameWidth = request.hops().stream().mapToInt(hop -> Cells.width(hop.service().name())).max().orElse(0);
        int width = Math.min(nameWidth, WIDEST_NAME);
        for (Hop hop : request.hops()) {
            addHop(hop, isLong(hop, request), gapWidth, width, sheet);
        }
    }

    private void addHop(Hop hop, boolean slow, int gapWidth, int nameWidth, Sheet sheet) {
        String clock = columns >= ROOM_FOR_CLOCK ? Figures.clock(hop.unit().time(), zone) + "  " : "";
        String gap = Cells.right(gap(hop), gapWidth);
        String name = Cells.left(Cells.cut(hop.service().name(), nameWidth), nameWidth);
        String head = paint.styled(Style.QUIET, clock)
                + paint.styled(slow ? Style.STRONG : Style.QUIET, gap)
                + " " + (hop.probable() ? paint.styled(Style.WARNING, "~") : " ")
                + sign(hop) + " "
                + paint.service(hop.service().name(), name) + "  ";
        addLines(hop, head, Cells.width(clock + gap + name) + 6, sheet);
    }

    private void addLines(Hop hop, String head, int width, Sheet sheet) {
        Links own = links.apply(hop.service());
        List<String> lines = Folding.fold(UnitText.lines(hop.unit(), Integer.MAX_VALUE));
        int most = hop.failing() ? MOST_LINES_OF_FAILURE : MOST_LINES;
        sheet.row(head, width, hop.failing() ? Optional.of(Style.ERROR) : Optional.empty(), own, lines.getFirst());
        int indent = sheet.indent(width);
        lines.stream().limit(most).skip(1).forEach(line -> sheet.line(indent, Optional.of(Style.QUIET), own, line));
        int more = lines.size() - most;
        if (more > 0) {
            sheet.quiet(indent, "… " + Figures.count(more, "more line"));
        }
    }

    /** One character, so that failures can be told without colour. */
    private String sign(Hop hop) {
        if (hop.failing()) {
            return paint.styled(Style.ERROR, "✗");
        }
        Level level = hop.unit().level();
        if (level == Level.ERROR || hop.work().failed()) {
            return paint.styled(Style.ERROR, "E");
        }
        return level == Level.WARN ? paint.styled(Style.WARNING, "W") : " ";
    }

    private static String gap(Hop hop) {
        return "+" + Figures.millis(hop.gap());
    }

    /** Whether a third of the time or more went by before it. */
    private static boolean isLong(Hop hop, TracedRequest request) {
        return hop.gap().compareTo(LONG) >= 0 && hop.gap().multipliedBy(3).compareTo(request.duration()) >= 0;
    }

    private void addNotes(TracedRequest request, Sheet sheet) {
        List<String> notes = Notes.of(request);
        if (!notes.isEmpty()) {
            sheet.gap();
            notes.forEach(note -> sheet.quiet(0, note));
        }
    }
}
