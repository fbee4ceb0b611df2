package dev.brummer.runtime.plugins;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is wrong with a plugin from harming anything else while it works: whatever it throws is an exception of
 * one type, which names it and is told once; whoever does not end is left alone, and not called any more after a few
 * times. One for each session. Safe for use by several threads.
 */
public final class PluginGuard {
    private static final int MOST_LEFT = 3;

    private final Consumer<String> say;
    private final Set<String> told = new HashSet<>();
    private final Map<Contribution<?>, List<BooleanSupplier>> left = new HashMap<>();

    /** @param say tells a person a sentence; called by whatever thread, and no sentence twice */
    public PluginGuard(Consumer<String> say) {
        this.say = say;
    }

    /**
     * Calls a plugin.
     *
     * @throws IOException as the plugin does, where it may
     * @throws PluginBrokeException if it throws what it may not; that has been told by then
     */
    public <T extends @Nullable Object> T call(Contribution<?> whose, PluginCall<T> call)
            throws IOException, InterruptedException, PluginBrokeException {
        try {
            return Border.cross(whose.plugin(), call);
        } catch (Border.Thrown e) {
            throw broke(whose, e.what());
        }
    }

    /**
     * Lets a factory make something.
     *
     * @throws IllegalArgumentException if the factory says that the options make no sense
     * @throws PluginBrokeException if it throws anything else that it may not; that has been told by then
     */
    public <T> T make(Contribution<?> whose, PluginCall<T> call)
            throws IOException, InterruptedException, PluginBrokeException {
        try {
            return Border.cross(whose.plugin(), call);
        } catch (Border.Thrown e) {
            if (e.what() instanceof IllegalArgumentException refused && refused.getMessage() != null) {
                throw refused;
            }
            throw broke(whose, e.what());
        }
    }

    private PluginBrokeException broke(Contribution<?> whose, Throwable fault) {
        String sentence = whose.words() + " broke: it " + FaultWords.of(fault).reason();
        tell(whose.words() + fault.getClass().getName(), sentence);
        return new PluginBrokeException(sentence, fault);
    }

    /**
     * Calls a plugin for whoever tells by himself what is wrong with it: a log parser, line by line.
     *
     * @throws RuntimeException as the plugin does; what it may not throw at all comes as one
     */
    public static <T extends @Nullable Object> T callQuietly(Contribution<?> whose, PluginCall<T> call) {
        try {
            return Border.cross(whose.plugin(), call);
        } catch (Border.Thrown e) {
            switch (e.what()) {
                case RuntimeException own -> throw own;
                case Error own -> throw own;
                case Throwable undeclared -> throw new IllegalStateException(undeclared);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What an exception of a plugin means, in words that follow its name. */
    public static String reason(Throwable fault) {
        return FaultWords.of(fault).reason();
    }

    /**
     * Whether a call returns, or throws, within a time; on a thread of its own, which is left alone if it does not.
     *
     * @param call calls the plugin; what comes of it is forgotten
     */
    public boolean returns(Contribution<?> whose, Duration longest, Runnable call) {
        var over = new AtomicBoolean();
        try {
            Optional<Boolean> returned = InTime.of("plugin " + whose.plugin().name(), longest, () -> {
                try {
                    call.run();
                } finally {
                    over.set(true);
                }
                return true;
            });
            if (returned.isEmpty()) {
                leave(whose, () -> !over.get());
            }
            return returned.isPresent();
        } catch (ExecutionException e) {
            // Whoever calls it in earnest is told the same.
            return true;
        }
    }

    /**
     * Takes note of a call whose time is up, and which goes on all the same. Java cannot end a thread, so it is left.
     *
     * @param running whether it goes on still
     */
    public synchronized void leave(Contribution<?> whose, BooleanSupplier running) {
        left.computeIfAbsent(whose, _ -> new ArrayList<>()).add(running);
        tell(whose.words() + " left", whose.words()
                + " does not end when its time is up; its thread is left alone, and may keep a core busy");
        if (isOff(whose)) {
            tell(whose.words() + " off", whose.words() + " has not ended " + MOST_LEFT
                    + " times, and is not called any more while it has not; a core may stay busy until brum ends");
        }
    }

    /** Whether it is not to be called: too many of its calls did not end in time, and have not ended yet. */
    public synchronized boolean isOff(Contribution<?> whose) {
        List<BooleanSupplier> calls = left.getOrDefault(whose, List.of());
        if (calls.size() < MOST_LEFT) {
            return false;
        }
        boolean off = calls.stream().anyMatch(BooleanSupplier::getAsBoolean);
        if (!off) {
            // It was slow, and not stuck.
            left.remove(whose);
        }
        return off;
    }

    private synchronized void tell(String topic, String sentence) {
        if (told.add(topic)) {
            say.accept(sentence);
        }
    }
}
