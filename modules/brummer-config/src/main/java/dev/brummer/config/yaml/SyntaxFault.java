package dev.brummer.config.yaml;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Puts what the parser says into words for somebody who does not write parsers. */
final class SyntaxFault {
    private SyntaxFault() {}

    static void report(MarkedYamlEngineException broken, SourceFile file, Faults faults) {
        Span at = broken.getProblemMark().map(mark -> span(mark, file)).orElse(file.span(0, 0));
        String problem = broken.getProblem() == null ? "" : broken.getProblem();
        String context = broken.getContext() == null ? "" : broken.getContext();
        if (problem.contains("TAB") || startsWithTab(at)) {
            faults.error("tab", "a tab cannot indent YAML", tab(at), "use spaces");
        } else if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            Span quote = broken.getContextMark().map(mark -> span(mark, file)).orElse(at);
            faults.error("unclosed", "this quote is not closed", quote, "");
        } else if (problem.contains("<stream end>")) {
            faults.error(
                    "unclosed", "the file ends within a list or map", lastText(file), "is a '[' or '{' not closed?");
        } else {
            faults.error("yaml-syntax", words(context, problem), at, hint(problem, at));
        }
    }

    static void report(ReaderException broken, SourceFile file, Faults faults) {
        int index = file.text().indexOf(Character.toString(broken.getCodePoint()));
        int begin = Math.max(0, index);
        String name = "U+"
                + Integer.toHexString(0x10000 | broken.getCodePoint())
                        .substring(1)
                        .toUpperCase(Locale.ROOT);
        faults.error(
                "control-character",
                "the character " + name + " may not stand in YAML",
                file.span(begin, Math.min(begin + 1, file.text().length())),
                "write it in double quotes as an escape, or remove it");
    }

    private static Span span(Mark mark, SourceFile file) {
        return new Span(file, mark.getLine(), mark.getColumn(), mark.getLine(), mark.getColumn() + 1);
    }

    private static Span lastText(SourceFile file) {
        int line = file.lineCount() - 1;
        while (line > 0 && file.line(line).isBlank()) {
            line--;
        }
        int end = file.line(line).stripTrailing().codePoints().toArray().length;
        return new Span(file, line, Math.max(0, end - 1), line, Math.max(1, end));
    }

    private static boolean startsWithTab(Span at) {
        return at.file().line(at.line()).stripTrailing().startsWith("\t");
    }

    private static Span tab(Span at) {
        int column = at.file().line(at.line()).indexOf('\t');
        return column < 0 ? at : new Span(at.file(), at.line(), column, at.line(), column + 1);
    }

    private static String words(String context, String problem) {
        String text = (context.isEmpty() ? "" : context + ": ") + problem;
        int advice = text.indexOf(" (Do not use");
        return (advice < 0 ? text : text.substring(0, advice).replace("start any token.", "begin a value"))
                .replace("'<", "<")
                .replace(">'", ">")
                .replace("<block end>", "the end of the block")
                .replace("<block mapping start>", "the start of a map")
                .replace("<block sequence start>", "the start of a list")
                .replace("<scalar>", "a value")
                .replace("<document start>", "the start of a document")
                .replace("<stream end>", "the end of the file")
                .replace('\n', ' ');
    }

    private static String hint(String problem, Span at) {
        if (problem.contains("mapping values are not allowed")) {
            boolean lacking = at.line() > 0 && at.file().line(at.line() - 1).indexOf(':') < 0;
            return lacking ? "the line above has no ':'" : "indent as the line above, or quote a value that holds ': '";
        }
        if (problem.contains("expected <block end>")) {
            return "indent as the lines it belongs with";
        }
        if (problem.contains("could not find expected ':'")) {
            return "a key needs ': ' after it";
        }
        String line = at.file().line(at.line());
        return line.contains("@") || line.contains("`") || line.contains("%") ? "quote a value that begins so" : "";
    }
}
