package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines from tutorials that many programs still print: RabbitMQ's {@code [x] Sent order.created:'…'}, and that of the
 * consumer in kafkajs' README, {@code - orders[0 | 5] / 1732312312345 key#value}.
 */
final class TutorialLines {
    private static final String MARK = "[x] ";

    /** The routing key stands before a message in quotes; a word alone could as well be the message. */
    private static final Pattern RABBIT = Pattern.compile(
            "(?:(Sent|Received) ['\"]?([\\w.-]{1,100}+)|['\"]?(\\w[\\w-]{0,60}+\\.[\\w.-]{1,60}+))['\"]?: ?b?['\"]");

    private static final Pattern KAFKAJS = Pattern.compile(
            "- ([\\w.-]{1,249}+)\\[\\d{1,6}+ \\| \\d{1,19}+\\] / 1\\d{9,12}+(?: (?!null#)([^#\\s]{1,64}+)#| )");

    private TutorialLines() {}

    static @Nullable Fact fact(String said) {
        int mark = said.indexOf(MARK);
        if (mark >= 0 && Head.covers(said, mark)) {
            return rabbit(RABBIT.matcher(said).region(mark + MARK.length(), said.length()));
        }
        int dash = said.contains("] / 1") ? said.indexOf("- ") : -1;
        boolean begins = dash >= 0 && Head.covers(said, dash);
        Matcher kafka = begins ? KAFKAJS.matcher(said).region(dash, said.length()) : null;
        return kafka != null && kafka.lookingAt() ? MessageParser.fact(false, kafka.group(1), kafka.group(2)) : null;
    }

    private static @Nullable Fact rabbit(Matcher line) {
        if (!line.lookingAt()) {
            return null;
        }
        String event = line.group(2) == null ? line.group(3) : line.group(2);
        return MessageParser.fact("Sent".equals(line.group(1)), event, null);
    }
}
