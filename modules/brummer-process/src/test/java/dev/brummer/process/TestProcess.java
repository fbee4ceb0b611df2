package dev.brummer.process;

import static org.awaitility.Awaitility.await;

import dev.brummer.core.engine.StartFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A real process that a test starts beside the engine, and ends by its pid. */
final class TestProcess implements AutoCloseable {
    static final LinuxPlatform LINUX = new LinuxPlatform(new PosixCalls());

    private final Process process;
    private final BufferedReader output;

    /** This machine, of which one call breaks while {@code broken} says so. */
    static Platform breaking(String call, BooleanSupplier broken) {
        return failing(call, broken, () -> new IllegalStateException("a bug in " + call));
    }

    /** This machine, of which one call fails like this while {@code failing} says so. */
    static Platform failing(String call, BooleanSupplier failing, Supplier<Exception> how) {
        InvocationHandler handler = (_, method, arguments) -> {
            if (method.getName().equals(call) && failing.getAsBoolean()) {
                throw how.get();
            }
            try {
                return method.invoke(LINUX, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        Class<?>[] platform = {Platform.class};
        return (Platform) Proxy.newProxyInstance(TestProcess.class.getClassLoader(), platform, handler);
    }

    private TestProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static TestProcess start(String... words) {
        return start(Map.of(), words);
    }

    static TestProcess start(Map<String, String> more, String... words) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(words));
            builder.environment().putAll(more);
            return new TestProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestProcess sleeping() {
        return start("sleep", "60");
    }

    long pid() {
        return process.pid();
    }

    /** As guard and ledger name it. */
    String identity() {
        return identity(pid());
    }

    static String identity(long pid) {
        try {
            return pid + " " + LINUX.ticks(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line of its output, as a number. */
    long nextNumber() {
        try {
            return Long.parseLong(output.readLine().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    static boolean lives(long pid) {
        try {
            return LINUX.processes().stream().anyMatch(entry -> entry.pid() == pid && !entry.zombie());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void awaitGone(long... pids) {
        for (long pid : pids) {
            soon().until(() -> !lives(pid));
        }
    }

    /** Whether a program is on the path of these tests. */
    static boolean isInstalled(String program) {
        try {
            CommandSearch.find(program, Path.of("/"), System.getenv());
            return true;
        } catch (StartFailedException e) {
            return false;
        }
    }

    static org.awaitility.core.ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(5)).pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
