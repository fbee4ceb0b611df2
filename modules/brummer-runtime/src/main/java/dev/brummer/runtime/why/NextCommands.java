package dev.brummer.runtime.why;

import dev.brummer.api.Cause;
import dev.brummer.api.Why;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What to type next. */
final class NextCommands {
    private static final int MOST = 3;

    private NextCommands() {}

    /**
     * The roots first, for they are what has to be mended.
     *
     * @param running whether there is something that could be told to start
     */
    static List<String> of(Why why, boolean running) {
        Set<String> commands = new LinkedHashSet<>();
        add(why, running, commands);
        return commands.stream().limit(MOST).toList();
    }

    private static void add(Why why, boolean running, Set<String> commands) {
        why.because().forEach(next -> add(next, running, commands));
        of(why.cause(), why.because().isEmpty(), running).forEach(commands::add);
    }

    private static Stream<String> of(Cause cause, boolean root, boolean running) {
        String service = cause.service().name();
        return switch (cause) {
            case Cause.State state -> root ? of(state, running) : Stream.empty();
            case Cause.Wrote wrote when wrote.error() -> Stream.of("brum logs service:" + service + " level:error -n 20");
            case Cause.Wrote wrote -> Stream.of("brum logs service:" + service + " run:" + wrote.run() + " -n 50");
            case Cause.Check _ -> running ? Stream.of("brum health " + service) : Stream.empty();
            case Cause.FailedBefore before -> Stream.of("brum trace " + before.id());
            case Cause.BreakerOpen _ -> Stream.of("brum breakers " + service);
            case Cause.PortHeld _ -> running ? Stream.of("brum restart " + service) : Stream.empty();
            case Cause.Part _, Cause.Restarted _ -> Stream.empty();
        };
    }

    private static Stream<String> of(Cause.State state, boolean running) {
        String service = state.service().name();
        return switch (state.state()) {
            case STOPPED -> running ? Stream.of("brum start " + service) : Stream.empty();
            case FAILED, BACKING_OFF, UNHEALTHY, STARTING, STOPPING ->
                Stream.of("brum logs service:" + service + " run:" + state.run() + " -n 50");
            case COMPLETED ->
                state.well() ? Stream.empty() : Stream.of("brum logs service:" + service + " run:" + state.run() + " -n 50");
            case PENDING, WAITING, READY, DISABLED -> Stream.empty();
        };
    }
}
