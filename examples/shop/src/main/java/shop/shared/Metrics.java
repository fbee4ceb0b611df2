package shop.shared;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints a line of figures every few seconds, whatever the log format is. */
final class Metrics implements AutoCloseable {
    private final String service;
    private final Traffic traffic;
    private final Duration period;
    private final Log log;
    private final ScheduledExecutorService timer;
    private Duration cpuBefore = cpuTime();

    Metrics(String service, Traffic traffic, Duration period, Log log) {
        this.service = service;
        this.traffic = traffic;
        this.period = period;
        this.log = log;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "metrics");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        timer.scheduleAtFixedRate(this::print, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void print() {
        try {
            var line = new LinkedHashMap<String, Object>();
            line.put("service", service);
            line.put("metrics", figures());
            log.line(JSON.std.asString(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> figures() {
        var interval = traffic.nextInterval();
        Duration cpu = cpuTime();
        double cpuPercent = 100.0 * cpu.minus(cpuBefore).toMillis() / period.toMillis();
        cpuBefore = cpu;
        var figures = new LinkedHashMap<String, Object>();
        figures.put("requests_per_second", rounded(1000.0 * interval.requests() / period.toMillis()));
        figures.put("average_response_time", rounded(interval.averageMillis()));
        figures.put("active_connections", traffic.active());
        figures.put("memory_usage", rounded(heapMegabytes()));
        figures.put("cpu_usage", rounded(cpuPercent));
        return figures;
    }

    static double heapMegabytes() {
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024.0 / 1024.0;
    }

    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
