package dev.brummer.cli;

import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.ServiceType;
import dev.brummer.insight.report.BreakerFields;
import dev.brummer.insight.report.BreakersText;
import dev.brummer.insight.report.DiscoveryFields;
import dev.brummer.insight.report.DiscoveryText;
import dev.brummer.insight.report.LimitFields;
import dev.brummer.insight.report.LimitsText;
import dev.brummer.insight.report.MessageFields;
import dev.brummer.insight.report.MessagesText;
import dev.brummer.insight.report.MetricFields;
import dev.brummer.insight.report.MetricsText;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.RequestFields;
import dev.brummer.insight.report.RequestsText;
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
 * What the commands that show facts differ in.
 *
 * @param things what there was none of, where there is nothing to show
 * @param view what they are put together by
 * @param text writes a report for a person
 * @param fields writes a report for JSON
 */
record Insight<R extends Report<R>>(
        String things,
        View<R> view,
        BiFunction<R, Page, String> text,
        Function<R, Map<String, Object>> fields) {

    /**
     * The one that a command shows.
     *
     * @param project empty where it does not load
     */
    static Insight<?> of(String verb, Optional<Project> project) {
        return switch (verb) {
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
            default -> throw new IllegalArgumentException("'" + verb + "' shows no facts");
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
