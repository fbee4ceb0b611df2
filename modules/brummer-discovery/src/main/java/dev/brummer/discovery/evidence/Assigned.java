package dev.brummer.discovery.evidence;

import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value that somebody has given a variable. */
record Assigned(String value, Span at) {
    /** What a file of {@code NAME=value} lines gives it; empty where it does not name it. */
    static Optional<Assigned> in(SourceFile file, String variable) {
        Matcher line = Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?" + Pattern.quote(variable)
                        + "[ \\t]*=[ \\t]*(['\"]?)([^'\"\\r\\n#]*)\\1")
                .matcher(file.text());
        Optional<Assigned> last = Optional.empty();
        while (line.find()) {
            last = Optional.of(new Assigned(line.group(2).strip(), file.span(line.start(), line.end())));
        }
        return last;
    }
}
