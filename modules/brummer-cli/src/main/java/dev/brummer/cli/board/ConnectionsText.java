package dev.brummer.cli.board;

import dev.brummer.api.ConnectionView;
import dev.brummer.api.FleetConnections;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Sheet;
import dev.brummer.insight.report.Table;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.spi.InstanceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is connected to whom: way by way, and below by who is used. */
public final class ConnectionsText {
    private static final String STRANGER = "not ours";

    private ConnectionsText() {}

    public static String of(FleetConnections connections, Page page) {
        Sheet sheet = page.sheet();
        if (connections.connections().isEmpty()) {
            sheet.line("no connections");
            return sheet.toString();
        }
        Paint paint = page.paint();
        var ways = new Table(Column.words("FROM", 0, 8), Column.words("TO", 0, 12), Column.number("CONNECTIONS", 0));
        Map<String, List<ConnectionView>> used = new LinkedHashMap<>();
        for (ConnectionView view : connections.connections()) {
            ways.row(from(view, paint), Cell.of("→ " + to(view)), Cell.of(view.count()));
            used.computeIfAbsent(to(view), _ -> new ArrayList<>()).add(view);
        }
        ways.addTo(sheet);
        sheet.gap();
        var users = new Table(Column.words("USED", 0, 12), Column.number("CONNECTIONS", 0), Column.words("BY", 0, 12));
        used.forEach((to, views) -> users.row(
                Cell.of(to),
                Cell.of(views.stream().mapToInt(ConnectionView::count).sum()),
                Cell.of(views.stream().map(view -> name(view.from()) + " " + view.count()).collect(Collectors.joining(", ")))));
        users.addTo(sheet);
        return sheet.toString();
    }

    private static Cell from(ConnectionView view, Paint paint) {
        return view.from()
                .map(from -> new Cell(from.label(), text -> paint.service(from.service().name(), text)))
                .orElseGet(() -> new Cell(STRANGER, Cell.styled(paint, Paint.Style.QUIET)));
    }

    /** {@code postgres:5432}, {@code 127.0.0.1:6379 (redis, not ours)}. */
    private static String to(ConnectionView view) {
        if (view.to().isPresent()) {
            return name(view.to()) + ":" + view.port();
        }
        String address = view.address().orElse("");
        String host = address.contains(":") ? "[" + address + "]" : address;
        return host + ":" + view.port() + " (" + view.what().map(what -> what + ", ").orElse("") + STRANGER + ")";
    }

    private static String name(Optional<InstanceId> instance) {
        return instance.map(InstanceId::label).orElse(STRANGER);
    }
}
