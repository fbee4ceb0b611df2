package shop.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The request a thread is working on: its id, and how long each service it called on the way took. */
public final class RequestContext {
    /** The header that carries the id from hop to hop. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");
    private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();

    private final String id;
    private final List<Hop> hops = new ArrayList<>();

    private RequestContext(String id) {
        this.id = id;
    }

    /** The context of this thread, if it works on a request. */
    public static Optional<RequestContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The id of the request of this thread, or {@code -} outside of requests. */
    public static String currentId() {
        return current().map(RequestContext::id).orElse("-");
    }

    /** Does some work as part of the request with that id. */
    public static <T> T within(String id, Supplier<T> work) {
        RequestContext outer = CURRENT.get();
        CURRENT.set(new RequestContext(id));
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Whether this may stand in a log line as an id, whoever sent it. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** A short id nobody uses at the moment, in all likelihood. */
    public static String newId() {
        return hex(6);
    }

    /** So many random hexadecimal digits, at most eight. */
    public static String hex(int digits) {
        return String.format("%08x", ThreadLocalRandom.current().nextInt()).substring(8 - digits);
    }

    public String id() {
        return id;
    }

    /** The services called so far, in the order in which they answered. */
    public List<Hop> hops() {
        return List.copyOf(hops);
    }

    void add(Hop hop) {
        hops.add(hop);
    }
}
