package dev.brummer.cli.board;

import dev.brummer.core.supervision.Words;
import dev.brummer.core.text.Printable;
import dev.brummer.insight.report.Cells;
import dev.brummer.insight.report.Figures;
import dev.brummer.insight.report.Links;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Sheet;
import dev.brummer.runtime.history.Happenings.Happening;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What happened as lines: when, to whom, what, and why. A line with the date stands wherever a day begins. For one thread.
 */
public final class EventsText {
    private static final int CLOCK = "15:04:05.123".length();
    private static final int WHAT = "circuit-breaker".length();
    private static final int WIDEST_NAME = 24;
    private static final String GAP = "  ";

    private final Supplier<Page> pages;
    private final int names;
    private Optional<LocalDate> day;

    /**
     * @param pages made anew for each part, for a terminal may change its width
     * @param labels those of all instances
     * @param today for which no date is told; empty where all are to be told
     */
    public EventsText(Supplier<Page> pages, Collection<String> labels, Optional<LocalDate> today) {
        this.pages = pages;
        this.names = Math.min(
                WIDEST_NAME, labels.stream().mapToInt(Cells::width).reduce("brum".length(), Math::max));
        this.day = today;
    }

    /** The next lines. */
    public String of(List<Happening> happenings) {
        Page page = pages.get();
        Sheet sheet = page.sheet();
        for (Happening happening : happenings) {
            date(happening.entry(), page, sheet);
            switch (happening.entry()) {
                case LogBatch _ -> {}
                case StateChange change -> add(change, page, sheet);
                case Notice notice -> add(notice, page, sheet);
                case Gap gap -> add(gap, page, sheet);
                case FactBatch batch -> {
                    FoundFact fact = batch.facts().getFirst();
                    add(fact, happening.told().orElse(""), page, sheet);
                }
            }
        }
        return sheet.toString();
    }

    private void date(JournalEntry entry, Page page, Sheet sheet) {
        LocalDate of = LocalDate.ofInstant(entry.time(), page.zone());
        if (!day.equals(Optional.of(of))) {
            sheet.quiet(0, "── " + of + " ──");
            day = Optional.of(of);
        }
    }

    /**
     * What one line tells.
     *
     * @param label whom it is about
     * @param service whose colour that has; empty for Brummer itself
     */
    private record Told(String label, String service, String what, Optional<Paint.Style> style, String why) {}

    private void add(StateChange change, Page page, Sheet sheet) {
        String took = change.took().map(time -> words(change) + Words.duration(time)).orElse("");
        add(change.time(), page, sheet, new Told(
                change.instance().label(),
                change.instance().service().name(),
                change.to().word(),
                StateStyle.of(change.to()),
                change.reason() + took));
    }

    private static String words(StateChange change) {
        return change.to() == ServiceState.READY ? ", up in " : ", after ";
    }

    private void add(Notice notice, Page page, Sheet sheet) {
        add(notice.time(), page, sheet, new Told("brum", "", "", style(notice.level()), notice.text()));
    }

    private static Optional<Paint.Style> style(Level level) {
        return switch (level) {
            case ERROR -> Optional.of(Paint.Style.ERROR);
            case WARN -> Optional.of(Paint.Style.WARNING);
            case INFO, DEBUG, TRACE -> Optional.empty();
        };
    }

    private void add(Gap gap, Page page, Sheet sheet) {
        String missing = Figures.count(gap.records(), "line") + " " + gap.reason();
        add(gap.time(), page, sheet, new Told("brum", "", "missing", Optional.of(Paint.Style.WARNING), missing));
    }

    private void add(FoundFact found, String words, Page page, Sheet sheet) {
        String service = found.service().name();
        var told = new Told(service, service, found.fact().kind(), Optional.of(Paint.Style.WARNING), words);
        add(found.time(), page, sheet, told);
    }

    private void add(Instant time, Page page, Sheet sheet, Told told) {
        Paint paint = page.paint();
        String name = Cells.left(Cells.cut(told.label(), names), names);
        String what = Cells.left(told.what(), WHAT);
        String head = paint.styled(Paint.Style.QUIET, Figures.clock(time, page.zone())) + GAP
                + (told.service().isEmpty() ? paint.styled(Paint.Style.QUIET, name) : paint.service(told.service(), name))
                + GAP
                + told.style().map(style -> paint.styled(style, what)).orElse(what) + GAP;
        int width = CLOCK + names + WHAT + 3 * GAP.length();
        String[] lines = told.why().split("\n", -1);
        sheet.row(head, width, Optional.empty(), Links.ABSOLUTE, Printable.of(lines[0]));
        List<String> more = List.of(lines).subList(1, lines.length);
        boolean fit = more.stream().allMatch(line -> width + Cells.width(line) <= page.columns());
        // Further left where they, and addresses in them, would be broken.
        int indent = fit ? sheet.indent(width) : Math.min(sheet.indent(width), CLOCK + GAP.length());
        more.forEach(line -> sheet.line(indent, Optional.empty(), Links.ABSOLUTE, Printable.of(line)));
    }
}
