package shop.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A service that took part in a request, and the milliseconds it needed itself, without those it called. */
public record Hop(String service, long millis) {
    /** The standard header in which a service tells its caller about its own calls. */
    static final String HEADER = "Server-Timing";

    private static final Pattern ENTRY = Pattern.compile("([\\w-]+);dur=(\\d+)");

    static String header(List<Hop> hops) {
        return hops.stream().map(hop -> hop.service + ";dur=" + hop.millis).collect(Collectors.joining(", "));
    }

    static List<Hop> parse(String header) {
        var hops = new ArrayList<Hop>();
        var matcher = ENTRY.matcher(header);
        while (matcher.find()) {
            hops.add(new Hop(matcher.group(1), Long.parseLong(matcher.group(2))));
        }
        return hops;
    }
}
