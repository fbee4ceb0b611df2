package dev.brummer.server;

import dev.brummer.api.SessionException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can be asked for.
 *
 * @param method {@code GET} or {@code POST}
 * @param path its path, in which {@code {name}} stands for anything between two slashes
 */
record Resource(String method, String path, Answer answer) {
    /** Answers. */
    @FunctionalInterface
    interface Answer {
        /**
         * @throws SessionException if the session refuses
         * @throws Fault if the request is not right
         * @throws IOException if what is stored cannot be read
         * @throws InterruptedException if the thread was interrupted while it waited
         */
        Reply to(Call call) throws SessionException, Fault, IOException, InterruptedException;
    }

    static Resource get(String path, Answer answer) {
        return new Resource("GET", path, answer);
    }

    static Resource post(String path, Answer answer) {
        return new Resource("POST", path, answer);
    }

    /**
     * Whether it is what a path means.
     *
     * @param asked the pieces of the path, decoded
     * @return what stands for the names in it; empty where it is not
     */
    Optional<Map<String, String>> matches(List<String> asked) {
        List<String> own = List.of(path.substring(1).split("/"));
        if (own.size() != asked.size()) {
            return Optional.empty();
        }
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            String piece = own.get(i);
            if (piece.startsWith("{")) {
                names.put(piece.substring(1, piece.length() - 1), asked.get(i));
            } else if (!piece.equals(asked.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
