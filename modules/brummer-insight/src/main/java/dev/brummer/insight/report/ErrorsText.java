package dev.brummer.insight.report;

import dev.brummer.insight.error.ErrorGroup;
import dev.brummer.insight.report.Paint.Style;
import dev.brummer.spi.ServiceId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups of errors as text: what, how often, where and when, and what came of it. Immutable. */
public final class ErrorsText {
    private static final int INDENT = 2;
    private static final String CONSEQUENCE = "↳ ";

    private final Paint paint;
    private final int columns;
    private final ZoneId zone;
    private final Function<ServiceId, Links> links;

    /**
     * @param columns of the terminal, or {@link TraceText#UNBOUNDED}
     * @param zone in which times are told
     * @param links finds what the lines of a service hold
     */
    public ErrorsText(Paint paint, int columns, ZoneId zone, Function<ServiceId, Links> links) {
        this.paint = paint;
        this.columns = columns;
        this.zone = zone;
        this.links = links;
    }

    /**
     * The groups in their order, each line with its line end.
     *
     * @param untold how many errors are in no group
     */
    public String of(List<ErrorGroup> groups, long untold) {
        var sheet = new Sheet(paint, columns);
        int width = widest(groups);
        for (ErrorGroup group : groups) {
            sheet.gapBetween();
            add(group, width, sheet);
        }
        if (untold > 0) {
            sheet.gapBetween();
            sheet.quiet(0, "… and " + Figures.count(untold, "error") + " of further kinds");
        }
        return sheet.toString();
    }

    private static int widest(List<ErrorGroup> groups) {
        return groups.stream().mapToInt(group -> times(group).length()).max().orElse(0);
    }

    private static String times(ErrorGroup group) {
        return Figures.count(group.count()) + "×";
    }

    private void add(ErrorGroup group, int width, Sheet sheet) {
        ServiceId first = group.services().first();
        Links own = links.apply(first).withPlace(group.place(), group.example());
        int indent = width + INDENT;
        String count = paint.styled(Style.STRONG, Cells.right(times(group), width));
        sheet.row(count + "  ", indent, Optional.of(Style.ERROR), own, group.title());
        String rest = group.services().stream().skip(1).map(service -> ", " + service).collect(Collectors.joining())
                + details(group);
        if (indent + Cells.width(first + rest) <= columns) {
            String quiet = paint.styled(Style.QUIET, own.linked(rest, paint));
            sheet.line(" ".repeat(indent) + paint.service(first.name(), first.name()) + quiet);
        } else {
            sheet.line(indent, Optional.of(Style.QUIET), own, first + rest);
        }
        addConsequences(group.consequences(), indent, sheet);
    }

    private String details(ErrorGroup group) {
        List<String> details = new ArrayList<>();
        details.add("");
        if (!group.place().isEmpty()) {
            details.add(group.place());
        }
        details.add(Figures.range(group.first(), group.last(), zone));
        request(group).ifPresent(request -> details.add("brum trace " + request));
        return String.join(" · ", details);
    }

    /** One that it occurred in; where it names none itself, a consequence may. */
    private static Optional<String> request(ErrorGroup group) {
        return Stream.concat(Stream.of(group), group.consequences().stream())
                .map(ErrorGroup::request)
                .filter(request -> !request.isEmpty())
                .findFirst();
    }

    private void addConsequences(List<ErrorGroup> consequences, int indent, Sheet sheet) {
        int counts = widest(consequences);
        int names = consequences.stream().mapToInt(each -> Cells.width(names(each))).max().orElse(0);
        for (ErrorGroup each : consequences) {
            String count = Cells.right(times(each), counts);
            String head = " ".repeat(indent) + paint.styled(Style.QUIET, CONSEQUENCE + count) + " "
                    + paint.service(each.services().first().name(), Cells.left(names(each), names)) + "  ";
            int width = indent + CONSEQUENCE.length() + counts + names + 3;
            sheet.row(head, width, Optional.empty(), links.apply(each.services().first()), each.title());
        }
    }

    private static String names(ErrorGroup group) {
        return group.services().stream().map(ServiceId::name).collect(Collectors.joining(", "));
    }
}
