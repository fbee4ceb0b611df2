package dev.brummer.insight.name;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.scan.Json;
import dev.brummer.insight.scan.Scan;
import dev.brummer.spi.ServiceId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The names that services give themselves in their lines. Safe for use by several threads. */
final class LearnedNames {
    // Loggers write it into every line, so that the first tell enough.
    private static final int LINES = 500;
    private static final int MOST_NAMES = 2;
    private static final int LONGEST = 64;
    private static final byte[] NAME = ascii("name");
    private static final byte[][] KEYS = {
        ascii("service"), ascii("service.name"), ascii("serviceName"), ascii("service_name")
    };

    private final Map<ServiceId, Heard> heard = new ConcurrentHashMap<>();

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    /** @param lines how many were looked at */
    private record Heard(int lines, Set<String> names) {
        static final Heard NOTHING = new Heard(0, Set.of());

        Heard plus(String name) {
            if (name.isEmpty() || names.contains(name)) {
                return new Heard(lines + 1, names);
            }
            Set<String> more = new HashSet<>(names);
            more.add(name);
            return new Heard(lines + 1, Set.copyOf(more));
        }

        boolean isEnough() {
            return lines >= LINES || names.size() > MOST_NAMES;
        }
    }

    /** @return whether {@link #of} says something else of it now */
    boolean learn(ServiceId service, byte[] bytes, int offset, int length) {
        int end = offset + length;
        int start = Scan.skipBlank(bytes, offset, end);
        if (start == end || bytes[start] != '{' || heard.getOrDefault(service, Heard.NOTHING).isEnough()) {
            return false;
        }
        String name = nameIn(bytes, start, end);
        Set<String> before = of(service);
        heard.merge(service, Heard.NOTHING.plus(name), (known, one) -> known.plus(name));
        return !of(service).equals(before);
    }

    /** What a service has called itself; empty where that were too many names. */
    Set<String> of(ServiceId service) {
        Set<String> names = heard.getOrDefault(service, Heard.NOTHING).names;
        return names.size() > MOST_NAMES ? Set.of() : names;
    }

    private static String nameIn(byte[] json, int start, int end) {
        for (byte[] key : KEYS) {
            int value = Json.member(json, start, end, key);
            if (value >= 0 && json[value] == '{') {
                value = Json.member(json, value, end, NAME);
            }
            String name = Json.string(json, value, end);
            if (name != null) {
                return name.length() <= LONGEST ? name : "";
            }
        }
        return "";
    }
}
