package dev.brummer.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.brummer.runtime.OwnedSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has been let in. Immutable.
 *
 * @param session what it is about
 * @param names what stands in the path where the resource's path has {@code {name}}
 * @param query the parameters behind the question mark
 * @param lastEventId what a client that followed heard last; empty where it does not say so
 * @param body what was sent; missing where nothing was
 */
record Call(
        OwnedSession session,
        Map<String, String> names,
        Map<String, List<String>> query,
        Optional<String> lastEventId,
        JsonNode body) {
    static final JsonNode NO_BODY = MissingNode.getInstance();

    /** A piece of the path. */
    String name(String key) {
        return names.getOrDefault(key, "");
    }

    /** A parameter that is there once. */
    Optional<String> parameter(String key) {
        return query.getOrDefault(key, List.of()).stream().findFirst();
    }

    List<String> parameters(String key) {
        return query.getOrDefault(key, List.of());
    }

    /**
     * A parameter that is a number.
     *
     * @throws Fault if it is none
     */
    long number(String key, long otherwise) throws Fault {
        return number(key, parameter(key), otherwise);
    }

    /**
     * What somebody gave for a number, which is 0 or more.
     *
     * @throws Fault if it is none
     */
    static long number(String key, Optional<String> text, long otherwise) throws Fault {
        try {
            long number = text.isPresent() ? Long.parseLong(text.get()) : otherwise;
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is too small.
        }
        throw new Fault(400, "bad-parameter", key + " takes a number from 0 on, not '" + text.orElse("") + "'");
    }

    /**
     * How long somebody waits for something to change: what they say, but not for too long.
     *
     * @throws Fault if that is no number of milliseconds
     */
    Duration patience() throws Fault {
        long longest = Limits.LONGEST_WAIT.toMillis();
        return Duration.ofMillis(Math.min(longest, number("wait", longest)));
    }

    /** A parameter that is {@code true} or not there. */
    boolean flag(String key) {
        return parameter(key).filter("true"::equals).isPresent();
    }

    /** A member of the body that is text; empty where it is missing. */
    String text(String key) {
        return body.path(key).asText("");
    }

    /** A member of the body that is true. */
    boolean asked(String key) {
        return body.path(key).asBoolean(false);
    }

    /**
     * A member of the body that is a list of texts.
     *
     * @throws Fault if it is something else
     */
    List<String> texts(String key) throws Fault {
        JsonNode list = body.path(key);
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list) {
            if (!item.isTextual()) {
                throw new Fault(400, "bad-body", key + " takes a list of texts");
            }
            texts.add(item.textValue());
        }
        if (!list.isMissingNode() && !list.isArray()) {
            throw new Fault(400, "bad-body", key + " takes a list of texts");
        }
        return texts;
    }
}
