package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.TraceText;
import dev.brummer.server.ViewJson;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes the page that reports of a running fleet are written on: as wide as the terminal, in the console's colours. */
final class FleetPage {
    private final Terminal terminal;

    @Inject
    FleetPage(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A page on which no service is named. */
    Page plain() {
        return page(Set.of());
    }

    Page of(FleetView fleet) {
        Set<ServiceId> services = new LinkedHashSet<>();
        fleet.instances().forEach(instance -> services.add(instance.id().service()));
        return page(services);
    }

    /** A report for a person, or as JSON. */
    String show(FleetReport.Content<?> content, boolean json) {
        return json ? ViewJson.line(content.view()) : content.text().apply(of(content.fleet()));
    }

    private Page page(Set<ServiceId> services) {
        Paint paint = terminal.colour() ? new ReportPaint(services) : Paint.NONE;
        return new Page(paint, Math.min(terminal.columns(), TraceText.UNBOUNDED), ZoneId.systemDefault());
    }
}
