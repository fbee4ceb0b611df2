package dev.brummer.process;

import java.util.ArrayList;
import java.util.List;

/** What lsof(8) prints of TCP sockets, process by process: {@code p4711}, and for each of its sockets {@code n*:5432}. */
final class LsofRows {
    private static final String TO = "->";
    private static final String IPV4_IN_IPV6 = "::ffff:";

    private LsofRows() {}

    /** The inode of a socket is the pid that holds it: all that {@link MacPlatform#holders} needs to know. */
    static Platform.Sockets parse(List<String> lines) {
        List<Platform.Listener> listeners = new ArrayList<>();
        List<Platform.Link> links = new ArrayList<>();
        long pid = 0;
        for (String line : lines) {
            String value = line.substring(Math.min(1, line.length()));
            int to = value.indexOf(TO);
            if (line.startsWith("p")) {
                pid = Long.parseLong(value);
            } else if (line.startsWith("n") && to < 0) {
                listeners.add(new Platform.Listener(end(value).port(), pid));
            } else if (line.startsWith("n")) {
                links.add(new Platform.Link(end(value.substring(0, to)), end(value.substring(to + TO.length())), pid));
            }
        }
        return new Platform.Sockets(listeners, links);
    }

    private static Platform.Link.End end(String name) {
        int colon = name.lastIndexOf(':');
        String address = name.substring(0, colon).replace("[", "").replace("]", "");
        String plain = address.startsWith(IPV4_IN_IPV6) ? address.substring(IPV4_IN_IPV6.length()) : address;
        return new Platform.Link.End(plain, Integer.parseInt(name.substring(colon + 1)));
    }
}
