package dev.brummer.cli.board;

import dev.brummer.api.Cause;
import dev.brummer.api.Why;
import dev.brummer.api.WhyView;
import dev.brummer.core.text.Printable;
import dev.brummer.insight.report.Cells;
import dev.brummer.insight.report.Figures;
import dev.brummer.insight.report.Links;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Sheet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Why a service is as it is, as text: what {@code brum why} and {@code /why} show. Each cause stands below what it led to, a
 * step further to the right. Never more than a screen.
 */
public final class WhyText {
    private static final int SCREEN = 34;
    private static final List<Integer> LINES = List.of(10, 4, 1);
    private static final String ARROW = "← ";
    private static final String ASIDE = "· ";
    private static final String NEXT = "next: ";

    private WhyText() {}

    public static String of(WhyView view, Page page) {
        return LINES.stream()
                .map(lines -> of(view, page, lines))
                .filter(text -> text.lines().count() <= SCREEN)
                .findFirst()
                .orElseGet(() -> of(view, page, LINES.getLast()));
    }

    /** @param lines how many to show of what a service wrote, at most */
    private static String of(WhyView view, Page page, int lines) {
        Sheet sheet = page.sheet();
        view.ended().ifPresent(start -> sheet.quiet(0, "before the start " + start + " ended:"));
        var words = new CauseWords(view.time(), time -> Figures.seconds(time, page.zone()));
        add(view.why(), 0, words, lines, sheet);
        if (!view.next().isEmpty()) {
            sheet.gap();
            IntStream.range(0, view.next().size()).forEach(at -> sheet.row(
                    at == 0 ? NEXT : " ".repeat(NEXT.length()),
                    NEXT.length(),
                    Optional.empty(),
                    Links.ABSOLUTE,
                    view.next().get(at)));
        }
        return sheet.toString();
    }

    private static void add(Why why, int depth, CauseWords words, int lines, Sheet sheet) {
        String mark = depth == 0 ? "" : why.cause() instanceof Cause.Restarted ? ASIDE : ARROW;
        String head = " ".repeat(2 * Math.max(0, depth - 1)) + mark;
        sheet.row(head, head.length(), style(why.cause(), depth), Links.ABSOLUTE, words.of(why));
        if (why.cause() instanceof Cause.Wrote wrote) {
            quote(wrote, head.length() + 2, lines, sheet);
        }
        why.because().forEach(next -> add(next, depth + 1, words, lines, sheet));
    }

    /** Cut and not broken: a line of a log is recognised by its beginning. */
    private static void quote(Cause.Wrote wrote, int indent, int most, Sheet sheet) {
        String before = " ".repeat(indent) + "│ ";
        wrote.lines().stream().limit(most).forEach(line -> sheet.line(before
                + Cells.cut(Printable.of(line.replace("\t", "    ")), Math.max(20, sheet.columns() - before.length()))));
        int more = wrote.more() + Math.max(0, wrote.lines().size() - most);
        if (more > 0) {
            sheet.quiet(indent, "… " + Figures.count(more, "more line"));
        }
    }

    private static Optional<Paint.Style> style(Cause cause, int depth) {
        return switch (cause) {
            case Cause.State state when depth == 0 && state.well() -> Optional.of(Paint.Style.STRONG);
            case Cause.State state -> StateStyle.of(state.state()).filter(style -> style != Paint.Style.QUIET);
            case Cause.Restarted _ -> Optional.of(Paint.Style.QUIET);
            case Cause.Check _,
                    Cause.Part _,
                    Cause.Wrote _,
                    Cause.PortHeld _,
                    Cause.FailedBefore _,
                    Cause.BreakerOpen _ -> Optional.empty();
        };
    }
}
