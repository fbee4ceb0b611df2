package dev.brummer.cli.board;

import dev.brummer.api.CheckView;
import dev.brummer.api.CheckView.Asked;
import dev.brummer.api.CheckView.Latency;
import dev.brummer.api.CheckView.Said;
import dev.brummer.api.CheckView.Verdict;
import dev.brummer.api.HealthView;
import dev.brummer.api.InstanceHealth;
import dev.brummer.core.text.Printable;
import dev.brummer.insight.report.Figures;
import dev.brummer.insight.report.Links;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Sheet;
import dev.brummer.insight.report.Sparkline;
import dev.brummer.insight.report.Table;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.spi.Answer.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checks of a fleet as text: what {@code brum health} and {@code /health} show. A sentence for each that does not
 * pass, a table of all, sick ones first, and who has no check.
 */
public final class HealthText {
    private static final int MOST_SENTENCES = 8;
    private static final Duration LEAST_AGO = Duration.ofSeconds(1);
    private static final String SIGNS = "✗?!·";

    private HealthText() {}

    private record Row(InstanceHealth instance, CheckView check) {
        Condition condition() {
            return Condition.of(instance, check);
        }
    }

    public static String of(HealthView health, Page page) {
        List<Row> rows = health.instances().stream()
                .flatMap(instance -> instance.checks().stream().map(check -> new Row(instance, check)))
                .sorted(Comparator.comparing(Row::condition))
                .toList();
        Sheet sheet = page.sheet();
        List<Row> sick = rows.stream().filter(row -> row.condition().isSick()).toList();
        sick.stream().limit(MOST_SENTENCES).forEach(row -> tell(row, sheet));
        if (sick.size() > MOST_SENTENCES) {
            sheet.quiet(0, "… and " + (sick.size() - MOST_SENTENCES) + " more");
        }
        sheet.gapBetween();
        table(rows, health.time(), page.paint()).addTo(sheet);
        legend(rows, sheet);
        unasked(health, sheet);
        return sheet.toString();
    }

    private static void tell(Row row, Sheet sheet) {
        row.check().last().ifPresent(said -> {
            String words = row.instance().id().label() + " " + words(said.verdict())
                    + (row.check().failures() > 1 ? " " + Figures.times(row.check().failures()) + " in a row" : "")
                    + ": " + Printable.of(said.reason());
            sheet.row(sign(said.verdict()) + " ", 2, row.condition().style(), Links.ABSOLUTE, words);
            said.components().stream()
                    .filter(part -> !part.healthy() && !said.reason().contains(part.name()))
                    .forEach(part -> sheet.line(
                            4, Optional.empty(), Links.ABSOLUTE, component(part) + detail(part, ": ", "")));
        });
    }

    private static Table table(List<Row> rows, Instant now, Paint paint) {
        var table = new Table(
                Column.words("SERVICE", 0, 14),
                Column.words("CHECK", 2, 12),
                Column.whole("FOR", 8),
                Column.whole("ANSWER", 0),
                Column.number("AGO", 4),
                Column.number("FAILED", 3),
                Column.number("LAST", 5),
                Column.number("MEDIAN", 6),
                Column.number("P95", 7),
                Column.whole("HISTORY", 1),
                Column.words("SAYS", 4, 12));
        for (Row row : rows) {
            CheckView check = row.check();
            String service = row.instance().id().service().name();
            table.row(
                    new Cell(row.instance().id().label(), text -> paint.service(service, text)),
                    Cell.of(check.question()),
                    new Cell(check.purpose().word(), Cell.styled(paint, Paint.Style.QUIET)),
                    answer(row, paint),
                    Cell.of(check.last().map(said -> ago(said, now))),
                    check.failures() == 0
                            ? Cell.of("")
                            : Cell.alarming(check.failures(), paint, Paint.Style.WARNING),
                    took(check, Latency::last),
                    took(check, Latency::median),
                    took(check, Latency::p95),
                    new Cell(course(check.history()), marked(paint)),
                    new Cell(check.last().map(HealthText::says).orElse(""), Cell.styled(paint, Paint.Style.QUIET)));
        }
        return table;
    }

    /** In whole seconds, for the table would not stand still otherwise while it is followed. */
    private static String ago(Said said, Instant now) {
        Duration ago = Duration.between(said.time(), now);
        return Figures.span(ago.compareTo(LEAST_AGO) < 0 ? LEAST_AGO : ago);
    }

    private static Cell answer(Row row, Paint paint) {
        if (row.condition().isOfTheState()) {
            return StateStyle.cell(row.instance().state(), paint);
        }
        String words = row.check().last().map(said -> sign(said.verdict()) + " " + words(said.verdict())).orElse("not asked yet");
        return new Cell(words, text -> row.condition().style().map(style -> paint.styled(style, text)).orElse(text));
    }

    private static Cell took(CheckView check, Function<Latency, Duration> which) {
        return Cell.of(check.latency().map(which).map(Figures::millis));
    }

    /** Latencies, each that is no pass by its sign. */
    private static String course(List<Asked> history) {
        return Sparkline.marked(
                history.stream().map(asked -> asked.took().toNanos() / 1e6).toList(),
                history.stream().map(asked -> asked.verdict() == Verdict.PASSING ? ' ' : sign(asked.verdict())).toList(),
                SIGNS);
    }

    private static UnaryOperator<String> marked(Paint paint) {
        return text -> text.replace("✗", paint.styled(Paint.Style.ERROR, "✗"))
                .replace("!", paint.styled(Paint.Style.WARNING, "!"));
    }

    /** The parts of the service where it tells of them, those that are down first, or else the reason. */
    private static String says(Said said) {
        if (said.components().isEmpty()) {
            return Printable.of(said.reason());
        }
        String well = said.components().stream()
                .filter(Component::healthy)
                .map(part -> Printable.of(part.name()))
                .collect(Collectors.joining(", "));
        Stream<String> down = said.components().stream()
                .filter(part -> !part.healthy())
                .map(part -> component(part) + detail(part, " (", ")"));
        return Stream.concat(down, Stream.of(well).filter(names -> !names.isEmpty()).map(names -> "✓ " + names))
                .collect(Collectors.joining(", "));
    }

    private static String component(Component part) {
        return "✗ " + Printable.of(part.name());
    }

    private static String detail(Component part, String before, String after) {
        return part.detail().isEmpty() ? "" : before + Printable.of(part.detail()) + after;
    }

    private static char sign(Verdict verdict) {
        return switch (verdict) {
            case PASSING -> '✓';
            case DEGRADED -> '!';
            case FAILING -> '✗';
            case UNKNOWN -> '?';
            case NOT_YET -> '·';
        };
    }

    private static String words(Verdict verdict) {
        return verdict.word().replace('-', ' ');
    }

    /** What the signs mean that are there. */
    private static void legend(List<Row> rows, Sheet sheet) {
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        rows.forEach(row -> row.check().history().forEach(asked -> seen.add(asked.verdict())));
        seen.remove(Verdict.PASSING);
        if (!seen.isEmpty()) {
            sheet.quiet(0, "history: ▁ to █ how long answers took; " + seen.stream()
                    .map(verdict -> sign(verdict) + " " + words(verdict)
                            + (verdict == Verdict.NOT_YET ? ", while starting" : ""))
                    .collect(Collectors.joining("; ")));
        }
    }

    private static void unasked(HealthView health, Sheet sheet) {
        String names = health.instances().stream()
                .filter(instance -> instance.checks().isEmpty())
                .map(instance -> instance.id().label() + (instance.task() ? " (task)" : ""))
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            sheet.gapBetween();
            sheet.quiet(0, "without a check: " + names);
        }
    }
}
