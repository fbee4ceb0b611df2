package dev.brummer.plugins.checks.kit;

import dev.brummer.spi.CheckContext;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A context whose parts a test sets. */
public final class TestingContext implements CheckContext {
    private final OptionalInt port;
    private final Duration timeout;
    private final List<LogBatch> records = new ArrayList<>();
    private final List<CommandLine> commands = new ArrayList<>();
    private CommandResult result = new CommandResult(0, "");

    private TestingContext(OptionalInt port, Duration timeout) {
        this.port = port;
        this.timeout = timeout;
    }

    public static TestingContext withPort(int port) {
        return new TestingContext(OptionalInt.of(port), Duration.ofSeconds(10));
    }

    public static TestingContext withoutPort() {
        return new TestingContext(OptionalInt.empty(), Duration.ofSeconds(10));
    }

    public TestingContext within(Duration limit) {
        return new TestingContext(port, limit);
    }

    public TestingContext commandsEndWith(int exitCode, String output) {
        result = new CommandResult(exitCode, output);
        return this;
    }

    public void logs(String... lines) {
        byte[] bytes = String.join("", lines).getBytes(StandardCharsets.UTF_8);
        int[] spans = new int[lines.length * 2];
        for (int i = 0, offset = 0; i < lines.length; i++) {
            spans[i * 2] = offset;
            spans[i * 2 + 1] = lines[i].getBytes(StandardCharsets.UTF_8).length;
            offset += spans[i * 2 + 1];
        }
        records.add(new LogBatch(
                1, Instant.EPOCH, instance(), 1, StreamName.STDOUT, bytes, spans, false, (_, _, _) -> null));
    }

    public List<CommandLine> commands() {
        return commands;
    }

    @Override
    public InstanceId instance() {
        return InstanceId.only(new ServiceId("auth"));
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public OptionalInt firstPort() {
        return port;
    }

    @Override
    public CommandResult run(CommandLine command, Duration limit) {
        commands.add(command);
        return result;
    }

    @Override
    public List<LogBatch> newRecords(Duration wait) {
        List<LogBatch> fresh = List.copyOf(records);
        records.clear();
        return fresh;
    }
}
