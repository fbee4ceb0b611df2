package dev.brummer.insight.request;

import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.query.QueryScope.Named;
import dev.brummer.spi.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out from hops who worked when. */
final class Spans {
    private final NameBook names;

    Spans(NameBook names) {
        this.names = names;
    }

    /** By their start; of those that start together the longest first. */
    List<Span> of(List<Hop> hops) {
        Set<String> failed = hops.stream().filter(Spans::failed).map(hop -> hop.service().name()).collect(Collectors.toSet());
        List<Span> spans = new ArrayList<>();
        hops.forEach(hop -> hop.work().took().ifPresent(took -> {
            Instant end = hop.unit().time();
            String who = who(hop);
            spans.add(new Span(who, hop.work().what(), end.minus(took), end, true, failed.contains(who)));
        }));
        Set<String> measured = spans.stream().map(Span::service).collect(Collectors.toSet());
        seen(hops).forEach((service, times) -> {
            if (!measured.contains(service)) {
                spans.add(new Span(service, "", times.getFirst(), times.getLast(), false, failed.contains(service)));
            }
        });
        spans.sort(Comparator.comparing(Span::start).thenComparing(Span::duration, Comparator.reverseOrder()));
        return spans;
    }

    private static boolean failed(Hop hop) {
        return hop.unit().level() == Level.ERROR || hop.work().failed();
    }

    private static Map<String, List<Instant>> seen(List<Hop> hops) {
        Map<String, List<Instant>> times = new LinkedHashMap<>();
        for (Hop hop : hops) {
            times.computeIfAbsent(hop.service().name(), service -> new ArrayList<>()).add(hop.unit().time());
        }
        return times;
    }

    private String who(Hop hop) {
        String callee = hop.work().callee();
        if (callee.isEmpty()) {
            return hop.service().name();
        }
        return names.find(callee) instanceof Named.Service(var service) ? service.name() : callee;
    }
}
