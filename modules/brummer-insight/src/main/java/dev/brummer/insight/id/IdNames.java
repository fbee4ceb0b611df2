package dev.brummer.insight.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What words say of the id behind them: {@code requestId}, {@code X-Request-Id}, {@code order}, {@code user_id}. */
final class IdNames {
    /** Whose ids follow a request through services. */
    private static final Map<String, String> REQUESTS = Map.of(
            "request", "request", "req", "request", "trace", "trace", "traceparent", "trace",
            "correlation", "correlation", "corr", "correlation");

    /** What may stand before an id without more words: {@code order 12345}. */
    static final Set<String> THINGS = Set.of(
            "order", "payment", "invoice", "user", "customer", "account", "product", "item", "cart", "basket",
            "checkout", "shipment", "delivery", "parcel", "job", "task", "transaction", "txn", "tx", "session",
            "booking", "reservation", "ticket", "subscription", "refund", "charge", "transfer", "document", "report",
            "notification", "tenant", "organization", "organisation", "project", "batch", "workflow", "quote", "coupon",
            "voucher", "claim", "policy", "patient", "case", "loan", "trip", "ride", "driver", "vehicle", "flight",
            "room", "conversation", "chat", "comment", "article", "upload", "download", "import", "export", "campaign",
            "lead", "contract", "device", "sensor", "event", "message", "saga", "execution", "purchase", "receipt",
            "wallet", "card", "member", "employee", "student", "course", "game", "player", "listing", "sku", "asset");

    /** Whose ids say nothing of what a line is about. */
    private static final Set<String> PLACES = Set.of(
            "", "span", "parent", "thread", "process", "p", "g", "u", "t", "worker", "node", "broker", "partition",
            "client", "group", "connection", "conn", "instance", "host", "pod", "container", "app", "application",
            "artifact", "region", "zone", "machine", "server", "service", "cluster", "shard", "replica", "build",
            "commit", "version", "release", "schema", "template", "role", "permission", "key", "access", "plugin",
            "module", "chunk", "stream", "port", "consumer", "producer", "generation", "member");

    /** What carries the text of a line where a colon follows: {@code "message": "12 of them"}. */
    private static final Set<String> TEXTS = Set.of("message", "event");

    private static final Set<String> ID_WORDS = Set.of("id", "uuid", "guid");

    /** What asks for an id behind a thing that is known to have one. */
    private static final Set<String> NUMBER_WORDS = Set.of("number", "no", "nr", "key");

    // Lines are made of the same words again and again.
    private static final int MOST_KNOWN = 5_000;
    private static final Map<String, Optional<Meaning>> KNOWN = new ConcurrentHashMap<>();

    private IdNames() {}

    /**
     * @param kind what the id is of
     * @param keyed whether the word itself says that an id follows, as {@code orderId} does
     * @param text whether the word may also stand before any text
     */
    record Meaning(String kind, FoundId.Role role, boolean keyed, boolean text) {}

    /** What a word says, or null where it says nothing. */
    static @Nullable Meaning of(String word) {
        Optional<Meaning> known = KNOWN.get(word);
        if (known != null) {
            return known.orElse(null);
        }
        Meaning meaning = read(word);
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(word, Optional.ofNullable(meaning));
        }
        return meaning;
    }

    private static @Nullable Meaning read(String word) {
        List<String> parts = parts(word);
        String last = parts.getLast();
        if (parts.size() > 1 && isIdWord(last)) {
            String thing = parts.get(parts.size() - 2);
            return ID_WORDS.contains(last) || THINGS.contains(thing) ? ofKey(thing) : null;
        }
        if (parts.size() == 1 || isHeader(parts)) {
            return ofWord(last);
        }
        return null;
    }

    /** What several are called: in {@code /orders/12345} the id is that of an order. */
    static @Nullable Meaning ofPlural(String word) {
        String thing = word.endsWith("s") ? word.substring(0, word.length() - 1) : "";
        return THINGS.contains(thing) ? new Meaning(thing, FoundId.Role.LINK, false, false) : null;
    }

    /** The words for requests. */
    static Set<String> requestWords() {
        return REQUESTS.keySet();
    }

    /** Whether the word alone asks for an id: {@code order id 12345}. */
    static boolean isIdWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return ID_WORDS.contains(lower) || NUMBER_WORDS.contains(lower);
    }

    private static @Nullable Meaning ofKey(String thing) {
        String request = REQUESTS.get(thing);
        if (request != null) {
            return new Meaning(request, FoundId.Role.REQUEST, true, false);
        }
        boolean isWord = thing.chars().allMatch(c -> IdShape.isLetter((char) c));
        return PLACES.contains(thing) || !isWord ? null : new Meaning(thing, FoundId.Role.LINK, true, false);
    }

    private static @Nullable Meaning ofWord(String word) {
        String request = REQUESTS.get(word);
        if (request != null) {
            return new Meaning(request, FoundId.Role.REQUEST, word.equals("traceparent"), false);
        }
        if (THINGS.contains(word)) {
            return new Meaning(word, FoundId.Role.LINK, false, TEXTS.contains(word));
        }
        // All in one: requestid, orderid.
        String thing = word.endsWith("id") ? word.substring(0, word.length() - 2) : "";
        return REQUESTS.containsKey(thing) || THINGS.contains(thing) ? ofKey(thing) : null;
    }

    /** {@code X-Correlation}, {@code dd.trace}: a word for a request behind a prefix. */
    private static boolean isHeader(List<String> parts) {
        return parts.size() == 2 && parts.getFirst().length() <= 2 && REQUESTS.containsKey(parts.getLast());
    }

    /** {@code xRequestID} → x, request, id. */
    private static List<String> parts(String word) {
        List<String> parts = new ArrayList<>(4);
        int from = 0;
        for (int at = 1; at <= word.length(); at++) {
            if (at == word.length() || isBoundary(word, at)) {
                String part = word.substring(from, at).toLowerCase(Locale.ROOT);
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = at < word.length() && !IdShape.isLetterOrDigit(word.charAt(at)) ? at + 1 : at;
            }
        }
        return parts.isEmpty() ? List.of("") : parts;
    }

    private static boolean isBoundary(String word, int at) {
        char c = word.charAt(at);
        char before = word.charAt(at - 1);
        boolean hump = IdShape.isUpper(c) && IdShape.isLetter(before) && !IdShape.isUpper(before);
        return hump || !IdShape.isLetterOrDigit(c);
    }
}
