package dev.brummer.insight.report;

import dev.brummer.insight.error.ErrorGroup;
import dev.brummer.insight.scan.UnitText;
import dev.brummer.spi.ServiceId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Groups of errors as Markdown, ready for an issue, each with an example; times are in UTC. */
public final class ErrorsMarkdown {
    private static final int MOST_LINES = 60;

    private ErrorsMarkdown() {}

    /** @param untold how many errors are in no group */
    public static String of(List<ErrorGroup> groups, long untold) {
        String text = groups.stream().map(ErrorsMarkdown::of).collect(Collectors.joining("\n"));
        return untold == 0 ? text : text + "\nand " + Figures.count(untold, "error") + " of further kinds\n";
    }

    private static String of(ErrorGroup group) {
        String place = group.place().isEmpty() ? "" : " at " + Markdown.code(group.place());
        String request = group.request().isEmpty() ? "" : ", for instance in request " + Markdown.code(group.request());
        return "### " + Figures.count(group.count()) + "× " + Markdown.text(group.title()) + "\n\n"
                + "- in " + names(group) + place + request + "\n"
                + "- " + Figures.range(group.first(), group.last(), ZoneOffset.UTC) + " UTC\n"
                + group.consequences().stream().map(ErrorsMarkdown::consequence).collect(Collectors.joining())
                + "\n" + Markdown.block(example(group));
    }

    private static String consequence(ErrorGroup group) {
        String times = Figures.count(group.count()) + "×";
        return "- then " + times + " in " + names(group) + ": " + Markdown.text(group.title()) + "\n";
    }

    private static String names(ErrorGroup group) {
        return group.services().stream().map(ServiceId::name).map(Markdown::code).collect(Collectors.joining(", "));
    }

    private static String example(ErrorGroup group) {
        List<String> lines = UnitText.lines(group.example(), MOST_LINES);
        int more = group.example().size() - lines.size();
        return String.join("\n", lines) + (more > 0 ? "\n… " + Figures.count(more, "more line") : "");
    }
}
