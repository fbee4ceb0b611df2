package dev.brummer.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.ConnectionView;
import dev.brummer.api.FleetConnections;
import dev.brummer.api.FleetUsage;
import dev.brummer.api.MemoryTrend;
import dev.brummer.api.UsageView;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageTextsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static InstanceId id(String name) {
        return InstanceId.only(new ServiceId(name));
    }

    private static Page page(int columns) {
        return new Page(Paint.NONE, columns, ZoneOffset.UTC);
    }

    private static UsageView usage(String name, double processor, long bytes, double perHour, boolean leak) {
        var trend = new MemoryTrend(perHour, Duration.ofHours(1), leak);
        return new UsageView(id(name), Optional.of(4711L), 3, bytes, Optional.of(processor), Optional.of(trend));
    }

    @Test
    void theBusiestComesFirstAndALeakIsFlagged() {
        var idle = new UsageView(id("off"), Optional.empty(), 0, 0, Optional.empty(), Optional.empty());
        var fleet = new FleetUsage(
                "shop",
                NOW,
                4,
                16_000_000_000L,
                List.of(usage("auth", 0.02, 84_000_000, -3, false), idle, usage("orders", 1.34, 1_200_000_000, 180, true)));
        assertThat(TopText.of(fleet, page(100))).isEqualTo("""
                SERVICE    CPU  MEMORY      TREND         PROCESSES   PID
                orders   134 %  1.2 GB  +180 MB/h  leak?          3  4711
                auth     2.0 %   84 MB    -3 MB/h                 3  4711
                2 services: 136 % of 4 processors, 1.3 GB of 16.0 GB
                """);
        assertThat(TopText.of(fleet, page(30)).lines().toList().get(1)).isEqualTo("orders   134 %  1.2 GB  leak?");
    }

    @Test
    void rowsThatLookAlikeStayWhereTheyAre() {
        var fleet = new FleetUsage(
                "shop", Instant.EPOCH, 2, 8_000_000_000L,
                List.of(usage("auth", 0.0001, 1_700_000, 0, false), usage("orders", 0.0004, 1_800_000, 0, false)));

        assertThat(TopText.of(fleet, page(100)).lines()).element(1).asString().startsWith("auth ");
    }

    @Test
    void whoUsesWhatIsSummedUp() {
        var connections = new FleetConnections("shop", NOW, List.of(
                new ConnectionView(Optional.of(id("orders")), Optional.of(id("postgres")), Optional.empty(), 5432, Optional.of("postgres"), 12),
                new ConnectionView(Optional.of(id("payments")), Optional.empty(), Optional.of("127.0.0.1"), 6379, Optional.of("redis"), 3),
                new ConnectionView(Optional.of(id("payments")), Optional.of(id("postgres")), Optional.empty(), 5432, Optional.of("postgres"), 2),
                new ConnectionView(Optional.empty(), Optional.of(id("orders")), Optional.empty(), 3000, Optional.empty(), 1)));
        assertThat(ConnectionsText.of(connections, page(100))).isEqualTo("""
                FROM      TO                                  CONNECTIONS
                orders    → postgres:5432                              12
                payments  → 127.0.0.1:6379 (redis, not ours)            3
                payments  → postgres:5432                               2
                not ours  → orders:3000                                 1

                USED                              CONNECTIONS  BY
                postgres:5432                              14  orders 12, payments 2
                127.0.0.1:6379 (redis, not ours)            3  payments 3
                orders:3000                                 1  not ours 1
                """);
    }
}
