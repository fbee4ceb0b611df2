package dev.brummer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Loads files that grow: 200 services must take less than 50 ms, and four times as many about four times as long. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class LoadBenchmark {
    private static final String STAGES = "stages: [infra, core, services, gateway]\n"
            + "environment: {LOG_LEVEL: \"${LOG_LEVEL:-info}\"}\ndefaults: {stop_grace_period: 5s}\nservices:\n";
    private static final List<String> NAMES = List.of("infra", "core", "services", "gateway");

    @Param({"1", "50", "200", "800"})
    private int services;

    private LoadRequest request = LoadRequest.of(Path.of(""), Map.of());
    private final ConfigLoader loader = TestPlugins.loader();

    @Setup
    public void write() throws IOException {
        Path folder = Files.createTempDirectory("brummer-bench");
        StringBuilder yaml = new StringBuilder(STAGES);
        for (int i = 0; i < services; i++) {
            service(i, yaml);
        }
        Files.writeString(folder.resolve("brummer.yaml"), yaml);
        request = LoadRequest.of(folder, Map.of());
    }

    private void service(int index, StringBuilder yaml) {
        yaml.append("  service-").append(index).append(":\n");
        yaml.append("    stage: ")
                .append(NAMES.get(index * NAMES.size() / services))
                .append('\n');
        yaml.append("    command: npm run dev -- --port ${PORT}\n    working_dir: services/service-")
                .append(index)
                .append('\n');
        yaml.append("    ports: [").append(10_000 + index).append("]\n");
        yaml.append("    environment: {PORT: ")
                .append(10_000 + index)
                .append(", URL: \"${services.service-0.url}\"}\n");
        yaml.append("    healthcheck: {http: /health, interval: 5s, timeout: 1s, retries: 3}\n");
        yaml.append("    restart: on-failure:5\n    backoff: {initial: 1s, max: 30s}\n");
        if (index > 0) {
            yaml.append("    depends_on: [service-").append(index / 2).append("]\n");
        }
    }

    @Benchmark
    public LoadResult load() {
        LoadResult result = loader.load(request);
        if (result instanceof LoadResult.Faulty(var faults)) {
            throw new IllegalStateException(faults.toString());
        }
        return result;
    }
}
