package dev.brummer.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What ports tell of a service. Pure. */
final class PortSigns {
    private static final Pattern IN_USE = Pattern.compile("EADDRINUSE|[Aa]ddress already in use|[Pp]ort .{0,40}already in use");
    private static final Pattern NUMBER = Pattern.compile("(?:[:\\]]|[Pp]ort[ =:]{1,2})(\\d{2,5})\\b");

    private static final Pattern TIME = Pattern.compile("(?<!\\d)\\d{1,2}:\\d{2}:\\d{2}(?!\\d)");

    private PortSigns() {}

    /** The port that a line of a failed service says is taken. */
    static Optional<Integer> taken(List<String> lastLines, List<Integer> claimed) {
        List<String> inUse = lastLines.stream().filter(line -> IN_USE.matcher(line).find()).toList();
        if (inUse.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> named = inUse.stream().flatMap(PortSigns::numbers).toList();
        return Stream.of(named.stream().filter(claimed::contains), named.stream(), claimed.stream())
                .flatMap(ports -> ports)
                .findFirst();
    }

    private static Stream<Integer> numbers(String line) {
        return NUMBER.matcher(TIME.matcher(line).replaceAll("")).results().map(match -> Integer.parseInt(match.group(1)));
    }

    /** What to say where a ready service's ports are not those that it claims. */
    static List<String> surprises(String service, Set<Integer> claimed, Set<Integer> open) {
        Set<Integer> silent = new TreeSet<>(claimed);
        silent.removeAll(open);
        Set<Integer> unclaimed = new TreeSet<>(open);
        unclaimed.removeAll(claimed);
        List<String> lines = new ArrayList<>();
        silent.forEach(port -> lines.add(service + " claims port " + port + ", and none of its processes listens there"));
        // Above that, the system gives out ports by itself: nobody can claim those.
        unclaimed.stream().filter(port -> port < 32768).forEach(port -> lines.add(
                service + " listens on port " + port + ", which it does not claim; add it to its 'ports'"));
        return lines;
    }
}
