package dev.brummer.cli.board;

import dev.brummer.api.Cause;
import dev.brummer.api.Why;
import dev.brummer.api.WhyView;
import dev.brummer.insight.report.Figures;
import dev.brummer.insight.report.Markdown;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** Why a service is as it is, as Markdown, ready for an issue; times are in UTC. */
public final class WhyMarkdown {
    private WhyMarkdown() {}

    public static String of(WhyView view) {
        var words = new CauseWords(view.time(), time -> Figures.seconds(time, ZoneOffset.UTC));
        StringBuilder text = new StringBuilder("### Why ")
                .append(Markdown.code(view.service().name()))
                .append(" is as it is\n\n")
                .append(Figures.whole(view.time(), ZoneOffset.UTC))
                .append(" UTC")
                .append(view.ended().map(start -> ", before the start " + Markdown.code(start) + " ended").orElse(""))
                .append("\n\n");
        add(view.why(), 0, words, text);
        return text.toString();
    }

    private static void add(Why why, int depth, CauseWords words, StringBuilder text) {
        String indent = "  ".repeat(depth);
        text.append(indent).append("- ").append(Markdown.text(words.of(why))).append('\n');
        if (why.cause() instanceof Cause.Wrote wrote) {
            String more = wrote.more() == 0 ? "" : "\n… " + Figures.count(wrote.more(), "more line");
            text.append('\n')
                    .append(Markdown.block(String.join("\n", wrote.lines()) + more)
                            .lines()
                            .map(line -> indent + "  " + line)
                            .collect(Collectors.joining("\n", "", "\n")));
        }
        why.because().forEach(next -> add(next, depth + 1, words, text));
    }
}
