package dev.brummer.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ports tell of a service. Pure. */
final class PortSigns {
    private static final Pattern IN_USE = Pattern.compile("EADDRINUSE|[Aa]ddress already in use|[Pp]ort .{0,40}already in use");
    private static final Pattern NUMBER = Pattern.compile("(?:[:\\]]|[Pp]ort[ =:]{1,2})(\\d{2,5})\\b");

    private PortSigns() {}

    /** The port that a line of a failed service says is taken. */
    static Optional<Integer> taken(List<String> lastLines, List<Integer> claimed) {
        boolean inUse = lastLines.stream().anyMatch(line -> IN_USE.matcher(line).find());
        if (!inUse) {
            return Optional.empty();
        }
        for (String line : lastLines) {
            Matcher number = NUMBER.matcher(line);
            if (IN_USE.matcher(line).find() && number.find()) {
                return Optional.of(Integer.parseInt(number.group(1)));
            }
        }
        return claimed.stream().findFirst();
    }

    /** What to say where a ready service's ports are not those that it claims. */
    static List<String> surprises(String service, Set<Integer> claimed, Set<Integer> open) {
        Set<Integer> silent = new TreeSet<>(claimed);
        silent.removeAll(open);
        Set<Integer> unclaimed = new TreeSet<>(open);
        unclaimed.removeAll(claimed);
        List<String> lines = new java.util.ArrayList<>();
        silent.forEach(port -> lines.add(service + " claims port " + port + ", and none of its processes listens there"));
        // Above that, the system gives out ports by itself: nobody can claim those.
        unclaimed.stream().filter(port -> port < 32768).forEach(port -> lines.add(
                service + " listens on port " + port + ", which it does not claim; add it to its 'ports'"));
        return lines;
    }
}
