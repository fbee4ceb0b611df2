package dev.brummer.discovery.json;

import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;

/** Turns offsets that only grow into lines and columns, going over the text once: it may be a single line of a megabyte. */
final class Places {
    private final SourceFile file;
    private final String text;
    private int offset;
    private int line;
    private int column;

    Places(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** The place from one offset up to another. */
    Span span(long begin, long end) {
        advance(begin);
        int beginLine = line;
        int beginColumn = column;
        advance(end);
        return new Span(file, beginLine, beginColumn, line, column);
    }

    /** From the beginning of one place to the end of another. */
    static Span between(Span first, Span last) {
        return new Span(first.file(), first.line(), first.column(), last.endLine(), last.endColumn());
    }

    private void advance(long to) {
        while (offset < Math.min(to, text.length())) {
            char c = text.charAt(offset);
            boolean endsLine = c == '\n' || (c == '\r' && !follows('\n'));
            int length = Character.isHighSurrogate(c) && offset + 1 < text.length() ? 2 : 1;
            if (endsLine) {
                line++;
                column = 0;
            } else {
                column++;
            }
            offset += length;
        }
    }

    private boolean follows(char next) {
        return offset + 1 < text.length() && text.charAt(offset + 1) == next;
    }
}
