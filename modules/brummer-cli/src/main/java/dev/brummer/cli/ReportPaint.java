package dev.brummer.cli;

import dev.brummer.insight.report.Paint;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.text.ServiceColours;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.fusesource.jansi.Ansi;
import org.fusesource.jansi.Ansi.Attribute;

/** Reports in the colours of the console, with links as terminals understand them (OSC 8). */
final class ReportPaint implements Paint {
    private static final int ERROR = 160;
    private static final int WARNING = 130;
    private static final String LINK = "\u001b]8;;";
    private static final String END = "\u001b\\";

    private final Map<String, Integer> colours = new HashMap<>();

    ReportPaint(Collection<ServiceId> services) {
        ServiceColours.of(services).forEach((service, colour) -> colours.put(service.name(), colour));
    }

    @Override
    public String styled(Style style, String text) {
        Ansi ansi = new Ansi();
        return (switch (style) {
                    case STRONG -> ansi.bold();
                    case QUIET -> ansi.a(Attribute.INTENSITY_FAINT);
                    case ERROR -> ansi.bold().fg(ERROR);
                    case WARNING -> ansi.fg(WARNING);
                })
                .a(text)
                .reset()
                .toString();
    }

    @Override
    public String service(String name, String text) {
        Integer colour = colours.get(name);
        return colour == null ? text : new Ansi().fg(colour).a(text).reset().toString();
    }

    @Override
    public String link(String uri, String text) {
        return LINK + uri + END + text + LINK + END;
    }
}
