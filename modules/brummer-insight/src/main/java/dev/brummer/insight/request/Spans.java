package dev.brummer.insight.request;

import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.query.QueryScope.Named;
import dev.brummer.spi.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out from hops who worked when. For one use by one thread. */
final class Spans {
    private static final Duration SAME = Duration.ofMillis(5);

    private final NameBook names;
    private final List<Hop> hops;
    private final Set<String> failed;
    private final Map<String, List<Instant>> seen = new LinkedHashMap<>();
    private final List<Span> spans = new ArrayList<>();
    private final List<Calls> calls = new ArrayList<>();

    Spans(NameBook names, List<Hop> hops) {
        this.names = names;
        this.hops = hops;
        this.failed = hops.stream()
                .filter(hop -> hop.unit().level() == Level.ERROR || hop.work().failed())
                .map(hop -> hop.service().name())
                .collect(Collectors.toSet());
        for (Hop hop : hops) {
            seen.computeIfAbsent(hop.service().name(), service -> new ArrayList<>()).add(hop.unit().time());
        }
    }

    /** By their start; of those that start together the longest first. */
    List<Span> inOrder() {
        hops.stream().filter(hop -> hop.work().callee().isEmpty()).forEach(this::addOwn);
        hops.stream()
                .filter(hop -> !hop.work().callee().isEmpty())
                .collect(Collectors.groupingBy(Hop::service, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(this::addCalls);
        Set<String> measured = spans.stream().map(Span::service).collect(Collectors.toSet());
        seen.forEach((service, times) -> {
            if (!measured.contains(service)) {
                add(service, "", times.getFirst(), times.getLast(), false);
            }
        });
        spans.sort(Comparator.comparing(Span::start).thenComparing(Span::duration, Comparator.reverseOrder()));
        return spans;
    }

    /** What services have said of their calls, once the spans are known. */
    List<Calls> calls() {
        return calls;
    }

    /** What a service says of its own work, which ended when it said so. */
    private void addOwn(Hop hop) {
        hop.work().took().ifPresent(took -> {
            Instant end = hop.unit().time();
            String what = hop.work().what();
            String service = hop.service().name();
            // Some say it twice: with the request line, and as a total.
            boolean again = spans.removeIf(span -> isSame(span, service, end, took) && span.what().isEmpty());
            if (again || spans.stream().noneMatch(span -> isSame(span, service, end, took) && what.isEmpty())) {
                add(service, what, end.minus(took), end, true);
            }
        });
    }

    private static boolean isSame(Span span, String service, Instant end, Duration took) {
        return span.service().equals(service)
                && Duration.between(span.end(), end).abs().compareTo(SAME) <= 0
                && span.duration().minus(took).abs().compareTo(SAME) <= 0;
    }

    /** What a service says of those it has called: after each call, or of all calls at the end. */
    private void addCalls(List<Hop> told) {
        Optional<Hop> end = end(told);
        Duration sum = told.stream().map(Spans::took).reduce(Duration.ZERO, Duration::plus);
        end.ifPresent(hop -> calls.add(new Calls(hop.service().name(), told.size(), sum, took(hop))));
        if (!isSummary(told)) {
            told.forEach(call -> addCall(call, call.unit().time().minus(took(call)), end));
            return;
        }
        // One after another, unless lines of their own say better when they began.
        Instant next = end.map(hop -> hop.unit().time().minus(took(hop))).orElse(hops.getFirst().unit().time());
        for (Hop call : told) {
            String callee = callee(call);
            Instant start = seen.containsKey(callee) && !callee.equals(call.service().name())
                    ? seen.getOrDefault(callee, List.of(next)).getFirst()
                    : next;
            addCall(call, start, end);
            next = start.plus(took(call));
        }
    }

    /** Where the caller says how long it took in all: the first such line behind its calls. */
    private Optional<Hop> end(List<Hop> told) {
        Hop last = told.getLast();
        return hops.stream()
                .filter(hop -> hop.unit().sequence() > last.unit().sequence())
                .filter(hop -> hop.service().equals(last.service()) && hop.work().took().isPresent())
                .findFirst();
    }

    private void addCall(Hop call, Instant start, Optional<Hop> end) {
        Duration took = took(call);
        OptionalDouble share = end.map(Spans::took)
                .filter(total -> !total.isZero())
                .map(total -> OptionalDouble.of((double) took.toNanos() / total.toNanos()))
                .orElse(OptionalDouble.empty());
        add(callee(call), "", start, start.plus(took), true, share);
    }

    /** Whether the calls took longer than the time in which they were told. */
    private static boolean isSummary(List<Hop> calls) {
        if (calls.size() < 2) {
            return false;
        }
        Duration all = calls.stream().skip(1).map(Spans::took).reduce(Duration.ZERO, Duration::plus);
        Duration told = Duration.between(calls.getFirst().unit().time(), calls.getLast().unit().time());
        return told.multipliedBy(2).compareTo(all) < 0;
    }

    private static Duration took(Hop call) {
        return call.work().took().orElse(Duration.ZERO);
    }

    private void add(String service, String what, Instant start, Instant end, boolean measured) {
        add(service, what, start, end, measured, OptionalDouble.empty());
    }

    private void add(
            String service, String what, Instant start, Instant end, boolean measured, OptionalDouble share) {
        spans.add(new Span(service, what, start, end, measured, failed.contains(service), share));
    }

    private String callee(Hop call) {
        String callee = call.work().callee();
        return names.find(callee) instanceof Named.Service(var service) ? service.name() : callee;
    }
}
