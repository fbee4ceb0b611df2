package dev.brummer.cli.board;

import dev.brummer.api.Cause;
import dev.brummer.api.CheckView.Verdict;
import dev.brummer.api.Why;
import dev.brummer.core.text.Printable;
import dev.brummer.insight.report.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Causes as sentences, without a full stop. What is not a state speaks of the service above it.
 *
 * @param now when they are told
 * @param clock shows a time
 */
record CauseWords(Instant now, Function<Instant, String> clock) {
    String of(Why why) {
        return Printable.of(switch (why.cause()) {
            case Cause.State state -> of(state, why.because());
            case Cause.Check check -> of(check);
            case Cause.Part part -> "its part " + part.name() + " is down" + detail(part);
            case Cause.Wrote wrote ->
                (wrote.error() ? "run " + wrote.run() + " wrote at " : "the last that run " + wrote.run() + " wrote, at ")
                        + clock.apply(wrote.time());
            case Cause.PortHeld held -> "port " + held.port() + ", which it wants, is held by " + held.holder();
            case Cause.FailedBefore before ->
                "request " + before.id() + " had failed in " + before.culprit() + " before, at "
                        + clock.apply(before.time()) + ": " + before.line();
            case Cause.BreakerOpen open ->
                "its circuit breaker" + open.target().map(target -> " for " + target).orElse("")
                        + " is open since " + clock.apply(open.since());
            case Cause.Restarted again ->
                "run " + again.run() + " began at " + clock.apply(again.time()) + ", " + again.why()
                        + (again.after().isEmpty() ? "" : ", after: " + again.after());
        });
    }

    private String of(Cause.State state, List<Why> because) {
        String name = state.instance().label();
        String reason = state.reason().isEmpty() ? "" : ": " + state.reason();
        return switch (state.state()) {
            case READY ->
                name + (state.well() ? " is well: ready" : " is ready") + since(state) + run(state)
                        + (state.well() || because.isEmpty() ? "" : ", but");
            case WAITING -> name + " " + waits(state, because) + period(state);
            case PENDING -> name + " has not been asked for" + reason;
            case STARTING -> name + " is starting" + period(state) + run(state);
            case UNHEALTHY -> name + " is unhealthy" + since(state) + reason;
            case BACKING_OFF -> name + " is backing off" + since(state) + reason + lived(state);
            case STOPPING -> name + " is stopping" + period(state) + reason;
            case STOPPED -> name + " was stopped" + at(state) + reason;
            case COMPLETED -> name + (state.well() ? " is well: completed" : " ended") + at(state) + reason + lived(state);
            case FAILED -> name + " failed" + at(state) + reason + lived(state);
            case DISABLED -> name + " is left out of this start";
        };
    }

    /** Its own words may name the whole chain, which stands below. */
    private static String waits(Cause.State state, List<Why> because) {
        List<String> named = because.stream()
                .filter(why -> why.cause() instanceof Cause.State)
                .map(why -> why.cause().service().name())
                .toList();
        return named.isEmpty() ? state.reason() : "waits for " + joined(named);
    }

    private static String joined(List<String> names) {
        int last = names.size() - 1;
        return last == 0
                ? names.getFirst()
                : names.stream().limit(last).collect(Collectors.joining(", ")) + " and " + names.getLast();
    }

    private String since(Cause.State state) {
        return state.since()
                .map(time -> " since " + clock.apply(time) + " (" + Figures.span(Duration.between(time, now)) + ")")
                .orElse("");
    }

    private String at(Cause.State state) {
        return state.since().map(time -> " at " + clock.apply(time)).orElse("");
    }

    private String period(Cause.State state) {
        return state.since().map(time -> ", for " + Figures.span(Duration.between(time, now))).orElse("");
    }

    private static String run(Cause.State state) {
        return state.run() > 1 ? ", run " + state.run() : "";
    }

    private static String lived(Cause.State state) {
        String run = "; run " + state.run() + " lived ";
        return state.lived().map(time -> run + Figures.span(time)).orElse("");
    }

    private static String of(Cause.Check check) {
        String often = check.failures() > 1 ? " " + Figures.times(check.failures()) + " in a row" : "";
        String how = check.verdict() == Verdict.NOT_YET
                ? " has not passed yet"
                : " is " + check.verdict().word() + often;
        return "its check " + check.question() + how + ": " + check.reason();
    }

    private static String detail(Cause.Part part) {
        return Optional.of(part.detail())
                .filter(detail -> !detail.isEmpty() && !detail.equals("down"))
                .map(detail -> ": " + detail)
                .orElse("");
    }
}
