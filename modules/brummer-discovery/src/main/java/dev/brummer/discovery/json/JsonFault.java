package dev.brummer.discovery.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;

/** Puts what the parser says into words for somebody who does not write parsers. */
final class JsonFault {
    private JsonFault() {}

    static void report(JsonProcessingException broken, SourceFile file, Faults faults) {
        Span at = at(broken, file);
        String problem = String.valueOf(broken.getOriginalMessage());
        if (broken instanceof StreamConstraintsException) {
            faults.error("too-deep", file.name() + " is nested too deep, or holds a number too long", at, "");
        } else if (problem.contains("end-of-input")) {
            faults.error("unclosed", file.name() + " ends within a value", lastText(file), "is a quote or bracket not closed?");
        } else {
            faults.error("json-syntax", "this is not JSON", at, hint(problem));
        }
    }

    private static String hint(String problem) {
        if (problem.contains("expecting comma")) {
            return "is a comma missing before this?";
        }
        if (problem.contains("expecting double-quote to start")) {
            return "a key stands in double quotes";
        }
        if (problem.contains("expecting a colon")) {
            return "a ':' belongs between key and value";
        }
        if (problem.contains("code 39")) {
            return "JSON takes double quotes";
        }
        if (problem.contains("(CTRL-CHAR")) {
            return "a line break or tab within quotes is written \\n or \\t";
        }
        return problem.contains("escape") ? "a backslash is written twice" : "";
    }

    private static Span at(JsonProcessingException broken, SourceFile file) {
        long offset = broken.getLocation() == null ? 0 : broken.getLocation().getCharOffset();
        int begin = (int) Math.max(0, Math.min(offset, file.text().length() - 1));
        return file.text().isEmpty() ? file.span(0, 0) : file.span(begin, begin + 1);
    }

    private static Span lastText(SourceFile file) {
        int end = file.text().stripTrailing().length();
        return file.span(Math.max(0, end - 1), end);
    }
}
