package dev.brummer.insight.report;

import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.ServiceType;
import dev.brummer.insight.view.BreakersView;
import dev.brummer.insight.view.DiscoveryView;
import dev.brummer.insight.view.LimitsView;
import dev.brummer.insight.view.MessagesView;
import dev.brummer.insight.view.MetricsView;
import dev.brummer.insight.view.Report;
import dev.brummer.insight.view.RequestsView;
import dev.brummer.insight.view.View;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One way to look at what facts say. Commands and the control API differ in nothing but which of them they show.
 *
 * @param things what there was none of, where there is nothing to show
 * @param view what they are put together by
 * @param text writes a report for a person
 * @param fields writes a report for JSON
 */
public record Insight<R extends Report<R>>(
        String things,
        View<R> view,
        BiFunction<R, Page, String> text,
        Function<R, Map<String, Object>> fields) {

    /** What all of them are called, in the order of the help. */
    public static List<String> names() {
        return List.of("breakers", "limits", "requests", "messages", "metrics", "discovery");
    }

    /**
     * The one of that name, which has seen nothing yet.
     *
     * @param name one of {@link #names}
     * @param project empty where it does not load
     */
    public static Insight<?> of(String name, Optional<Project> project) {
        return switch (name) {
            case "breakers" ->
                new Insight<>("circuit breakers", new BreakersView(), BreakersText::of, BreakerFields::of);
            case "limits" -> new Insight<>("rate limits", new LimitsView(), LimitsText::of, LimitFields::of);
            case "requests" -> new Insight<>("requests", new RequestsView(), RequestsText::of, RequestFields::of);
            case "messages" ->
                new Insight<>("messages", new MessagesView(MessagesView.SILENT), MessagesText::of, MessageFields::of);
            case "metrics" -> new Insight<>("metrics", new MetricsView(), MetricsText::of, MetricFields::of);
            case "discovery" ->
                new Insight<>(
                        "registrations",
                        new DiscoveryView(staying(project)),
                        DiscoveryText::of,
                        DiscoveryFields::of);
            default -> throw new IllegalArgumentException("'" + name + "' shows no facts");
        };
    }

    private static List<ServiceId> staying(Optional<Project> project) {
        return project.stream()
                .flatMap(known -> known.services().values().stream())
                .filter(service -> service.type() == ServiceType.SERVICE)
                .map(ServiceSpec::id)
                .toList();
    }
}
