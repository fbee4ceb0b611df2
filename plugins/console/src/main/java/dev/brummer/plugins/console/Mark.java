package dev.brummer.plugins.console;

import dev.brummer.spi.Level;
import org.fusesource.jansi.Ansi;
import org.jspecify.annotations.Nullable;

/** What stands between a service's name and a line, so that errors can be told without colour. */
enum Mark {
    OUTPUT('|', Paint.PLAIN),
    WARNING('W', Paint.WARNING),
    ERROR('E', Paint.ERROR),
    /** A line of Brummer's own. */
    EVENT('>', Paint.PLAIN);

    private final char sign;
    private final int paint;

    Mark(char sign, int paint) {
        this.sign = sign;
        this.paint = paint;
    }

    static Mark of(@Nullable Level level) {
        if (level == null) {
            return OUTPUT;
        }
        return switch (level) {
            case ERROR -> ERROR;
            case WARN -> WARNING;
            case INFO, DEBUG, TRACE -> OUTPUT;
        };
    }

    char sign() {
        return sign;
    }

    /** The sign, in its own colour where it has one. */
    Ansi addTo(Ansi line) {
        return paint == Paint.PLAIN ? line.a(sign) : line.bold().fg(paint).a(sign);
    }
}
