package dev.brummer.insight.report;

import dev.brummer.insight.report.Paint.Style;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.insight.view.Discovery;
import dev.brummer.insight.view.Discovery.Found;
import dev.brummer.insight.view.Discovery.Registration;
import dev.brummer.spi.ServiceId;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Service discovery as text: a table of registrations, who is missing, and who has found whom. */
public final class DiscoveryText {
    private DiscoveryText() {}

    public static String of(Discovery discovery, Page page) {
        Sheet sheet = page.sheet();
        table(discovery.registrations(), page).addTo(sheet);
        if (!discovery.missing().isEmpty()) {
            String names = discovery.missing().stream().map(ServiceId::name).collect(Collectors.joining(", "));
            sheet.line(0, Optional.of(Style.WARNING), Links.ABSOLUTE, "declared, but never registered: " + names);
        }
        if (!discovery.discoveries().isEmpty()) {
            sheet.gapBetween();
        }
        byFinder(discovery).forEach((by, names) -> sheet.row(
                page.paint().service(by.name(), by.name()) + " ",
                Cells.width(by.name()) + 1,
                Optional.empty(),
                Links.ABSOLUTE,
                "has found " + String.join(", ", names)));
        if (discovery.others() > 0) {
            sheet.quiet(0, "… and further names, " + Figures.times(discovery.others()));
        }
        return sheet.toString();
    }

    private static Table table(List<Registration> registrations, Page page) {
        var table = new Table(
                Column.words("REGISTRY", 3, 6),
                Column.words("NAME", 0, 8),
                Column.words("ADDRESS", 1, 12),
                Column.whole("REGISTERED", 2),
                Column.number("TIMES", 4),
                Column.words("STATE", 0, 24));
        for (Registration registration : registrations) {
            table.row(
                    Cell.of(registration.registry()),
                    Cell.service(registration.name(), page.paint()),
                    Cell.of(registration.address()),
                    Cell.of(registration.last().map(time -> Figures.seconds(time, page.zone()))),
                    Cell.of(registration.times()),
                    state(registration, page));
        }
        return table;
    }

    private static Cell state(Registration registration, Page page) {
        String stranger = registration.declared() ? "" : ", not declared here";
        String state = state(registration, page.zone()) + stranger;
        boolean fine = registration.declared() && registration.deregistered().isEmpty();
        return fine ? Cell.of(state) : new Cell(state, Cell.styled(page.paint(), Style.WARNING));
    }

    private static String state(Registration registration, ZoneId zone) {
        return registration
                .deregistered()
                .map(time -> "deregistered at " + Figures.seconds(time, zone))
                .orElse("registered");
    }

    private static Map<ServiceId, List<String>> byFinder(Discovery discovery) {
        return discovery.discoveries().stream()
                .collect(Collectors.groupingBy(
                        Found::by,
                        LinkedHashMap::new,
                        Collectors.mapping(DiscoveryText::named, Collectors.toList())));
    }

    private static String named(Found found) {
        return found.declared() ? found.name() : found.name() + " (not declared here)";
    }
}
