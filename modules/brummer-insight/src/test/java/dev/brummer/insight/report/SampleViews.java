package dev.brummer.insight.report;

import static dev.brummer.insight.view.Facts.at;
import static dev.brummer.insight.view.Facts.said;

import dev.brummer.insight.view.Breakers;
import dev.brummer.insight.view.BreakersView;
import dev.brummer.insight.view.Discovery;
import dev.brummer.insight.view.DiscoveryView;
import dev.brummer.insight.view.Facts;
import dev.brummer.insight.view.Limits;
import dev.brummer.insight.view.LimitsView;
import dev.brummer.insight.view.Messages;
import dev.brummer.insight.view.MessagesView;
import dev.brummer.insight.view.Metrics;
import dev.brummer.insight.view.MetricsView;
import dev.brummer.insight.view.Requests;
import dev.brummer.insight.view.RequestsView;
import dev.brummer.spi.Fact;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One report of each view, for texts that are compared with what was expected. */
final class SampleViews {
    private SampleViews() {}

    static String text(String name, Page page) {
        return switch (name) {
            case "breakers" -> BreakersText.of(breakers(), page);
            case "limits" -> LimitsText.of(limits(), page);
            case "requests" -> RequestsText.of(requests(), page);
            case "messages" -> MessagesText.of(messages(), page);
            case "metrics" -> MetricsText.of(metrics(), page);
            case "discovery" -> DiscoveryText.of(discovery(), page);
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Map<String, Object> fields(String name) {
        return switch (name) {
            case "breakers" -> BreakerFields.of(breakers());
            case "limits" -> LimitFields.of(limits());
            case "requests" -> RequestFields.of(requests());
            case "messages" -> MessageFields.of(messages());
            case "metrics" -> MetricFields.of(metrics());
            case "discovery" -> DiscoveryFields.of(discovery());
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Breakers breakers() {
        var view = new BreakersView();
        view.accept(said("orders", 0, Facts.breaker("payments", BreakerState.OPEN)));
        view.accept(said("orders", 10_000, Facts.breaker(BreakerState.HALF_OPEN)));
        view.accept(said("orders", 10_500, Facts.breaker("payments", BreakerState.OPEN)));
        view.accept(said("orders", 20_000, Facts.breaker("payments", BreakerState.CLOSED)));
        view.accept(said("orders", 48_000, Facts.breaker("payments", BreakerState.OPEN)));
        view.accept(said("orders", 50_000, Facts.breaker("recommendations", BreakerState.OPEN)));
        view.accept(said("orders", 51_000, Facts.breaker(BreakerState.HALF_OPEN)));
        view.accept(said(new InstanceId(new ServiceId("mail"), 2), 1, 55_000, Facts.breaker(BreakerState.CLOSED)));
        return view.report(at(60_000));
    }

    static Limits limits() {
        var view = new LimitsView();
        view.accept(said("gateway", 0, Facts.counted("192.168.1.100", 60, 60)));
        view.accept(said("gateway", 1000, Facts.blocked("192.168.1.100")));
        view.accept(said("gateway", 1001, Facts.refused("192.168.1.100")));
        view.accept(said("gateway", 2000, Facts.counted("192.168.1.7", 45, 60)));
        view.accept(said("auth", 3000, Facts.refused("10.0.0.3")));
        for (int i = 0; i < 1200; i++) {
            view.accept(said("search", 4000, Facts.counted("client-" + i, 1, 1000)));
        }
        Limits all = view.report(at(60_000));
        return new Limits(
                all.at(),
                all.budgets().stream()
                        .filter(budget -> budget.service().name().length() > 6 || budget.answered429() > 0)
                        .toList(),
                all.others());
    }

    static Requests requests() {
        var view = new RequestsView();
        for (int i = 0; i < 400; i++) {
            int status = i % 40 == 0 ? 503 : i % 10 == 0 ? 404 : 200;
            String path = i % 2 == 0 ? "/api/orders/" + i : "/api/orders?page=" + i;
            view.accept(said("gateway", i * 500L, Facts.ended("a%03x".formatted(i), path, status, 10 + i % 90)));
        }
        view.accept(said("orders", 1000, Facts.ended("/api/orders", 201)));
        return view.report(at(200_000));
    }

    static Messages messages() {
        var view = new MessagesView(MessagesView.SILENT);
        view.accept(said("mail", 0, Facts.received("order.created")));
        for (int i = 0; i < 120; i++) {
            view.accept(said("orders", i * 1000L, Facts.published("order.created", "o" + i)));
            if (i % 4 != 0) {
                view.accept(said("stock", i * 1000L + 20 + i, Facts.received("order.created", "o" + i)));
            }
        }
        view.accept(said("payments", 5000, Facts.published("payment.refused")));
        return view.report(at(120_000));
    }

    static Metrics metrics() {
        var view = new MetricsView();
        for (int i = 0; i < 100; i++) {
            view.accept(said("orders", i * 1000L, new Fact.Measured(
                    Optional.empty(),
                    List.of(
                            new Fact.Value("cpu_usage.user", 1_000_000.0 + i * 2500),
                            new Fact.Value("memory_usage", 81.25 + 20 * Math.sin(i / 10.0)),
                            new Fact.Value("active_connections", 12)))));
        }
        return view.report(at(100_000));
    }

    static Discovery discovery() {
        var view = new DiscoveryView(List.of(new ServiceId("users"), new ServiceId("orders"), new ServiceId("mail")));
        view.accept(said("users", 0, Facts.registered("users", "172.20.0.5:3001")));
        view.accept(said("users", 9000, Facts.registered("users", "172.20.0.5:3001")));
        view.accept(said("orders", 1000, Facts.registered("orders", "172.20.0.6:3002")));
        view.accept(said("orders", 5000, new Fact.ServiceDeregistered("consul", "orders")));
        view.accept(said("legacy", 2000, Facts.registered("legacy-billing", "172.20.0.9:8080")));
        view.accept(said("gateway", 3000, new Fact.ServicesDiscovered(List.of("users", "orders", "legacy-billing"))));
        return view.report(at(60_000));
    }
}
