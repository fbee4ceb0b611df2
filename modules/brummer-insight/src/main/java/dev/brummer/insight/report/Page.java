package dev.brummer.insight.report;

import java.time.ZoneId;

/**
 * What a report is written on. Immutable.
 *
 * @param columns of the terminal, or {@link TraceText#UNBOUNDED}
 * @param zone in which times are told
 */
public record Page(Paint paint, int columns, ZoneId zone) {
    public Sheet sheet() {
        return new Sheet(paint, columns);
    }
}
