package dev.brummer.spi;

import java.util.List;
import java.util.function.Consumer;

/**
 * Finds facts in lines. One object serves one instance of a service from the first line of a start to the last; it is
 * called by one thread at a time, gets its lines in order, and may keep state from line to line. It looks at lines
 * alone: it neither waits nor reads or writes anything.
 */
public interface LogParser {
    /**
     * Literals, at least one of which stands in every line that matters: only such lines are given to {@link #parse}.
     * Upper and lower case of ASCII letters are one, colour codes are in nobody's way unless they stand within a needle.
     * The longer and the rarer they are, the less the parser costs. Asked once.
     *
     * @return at least one, each of three or more ASCII characters
     */
    List<String> needles();

    /**
     * Looks at one line that holds a needle.
     *
     * @param line valid during the call only
     * @param found takes each fact found, any number; during the call only
     */
    void parse(LogLine line, Consumer<Fact> found);
}
