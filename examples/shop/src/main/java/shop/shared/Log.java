package shop.shared;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;

/**
 * The log of a service: plain lines, or one JSON object a line. Warnings and errors go to stderr, the rest to stdout.
 *
 * <p>It writes to the descriptors itself, always in UTF-8 and one write an entry, so that no line waits in a buffer
 * and the lines of two threads never mix.
 */
public final class Log {
    /** How serious a line is; {@code LOG_LEVEL} hides what is below it. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /** How a line looks. */
    public enum Format {
        TEXT,
        JSON
    }

    private final String service;
    private final Level threshold;
    private final Format format;
    private final OutputStream stdout;
    private final OutputStream stderr;

    Log(String service, Level threshold, Format format, OutputStream stdout, OutputStream stderr) {
        this.service = service;
        this.threshold = threshold;
        this.format = format;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** The log of a service as {@code LOG_LEVEL} and {@code LOG_FORMAT} want it. */
    public static Log of(String service, Settings settings) {
        return new Log(
                service,
                Level.valueOf(settings.text("LOG_LEVEL", "info").toUpperCase(Locale.ROOT)),
                Format.valueOf(settings.text("LOG_FORMAT", "text").toUpperCase(Locale.ROOT)),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }

    /** What only somebody who looks for a fault wants to see. */
    public void debug(String message, Object... values) {
        entry(Level.DEBUG, message.formatted(values), null);
    }

    /** What happens in normal operation. */
    public void info(String message, Object... values) {
        entry(Level.INFO, message.formatted(values), null);
    }

    /** What is not as it should be, but was dealt with. */
    public void warn(String message, Object... values) {
        entry(Level.WARN, message.formatted(values), null);
    }

    /** What failed, without an exception to show. */
    public void error(String message, Object... values) {
        entry(Level.ERROR, message.formatted(values), null);
    }

    /** What failed, and why. */
    public void error(Throwable cause, String message, Object... values) {
        entry(Level.ERROR, message.formatted(values), cause);
    }

    /** A line that is printed as it is, whatever level and format say. */
    public void line(String line) {
        write(stdout, line + "\n");
    }

    private void entry(Level level, String message, Throwable cause) {
        if (level.compareTo(threshold) < 0) {
            return;
        }
        String text = format == Format.JSON ? json(level, message, cause) : text(level, message, cause);
        write(level.compareTo(Level.WARN) >= 0 ? stderr : stdout, text);
    }

    private static String text(Level level, String message, Throwable cause) {
        String line = level == Level.INFO ? message : level + " " + message;
        return cause == null ? line + "\n" : line + "\n" + stackTrace(cause);
    }

    private String json(Level level, String message, Throwable cause) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("time", Instant.now().toString());
        fields.put("level", level.name().toLowerCase(Locale.ROOT));
        fields.put("service", service);
        RequestContext.current().ifPresent(context -> fields.put("request", context.id()));
        fields.put("message", message);
        if (cause != null) {
            fields.put("stack", stackTrace(cause));
        }
        return toJson(fields) + "\n";
    }

    private static String toJson(Object value) {
        try {
            return JSON.std.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stackTrace(Throwable cause) {
        var text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private synchronized void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Nobody reads the output any more, so there is no place left to say so.
            Runtime.getRuntime().halt(1);
        }
    }
}
