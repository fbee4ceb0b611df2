package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Spring's DispatcherServlet and its reactive kin tell at level debug: {@code GET "/orders", parameters={}}, and
 * later on the same thread {@code Completed 200 OK}. The reactive one gives ids.
 */
final class SpringLines {
    static final String SERVLET = "DispatcherServlet";
    static final String REACTIVE = "HttpWebHandlerAdapter";

    private final OpenRequests open = new OpenRequests();

    @Nullable Fact fact(String text) {
        int reactive = text.indexOf(REACTIVE);
        int logger = reactive < 0 ? text.indexOf(SERVLET) : reactive;
        if (logger < 0) {
            return null;
        }
        Scan scan = new Scan(text, logger + (reactive < 0 ? SERVLET : REACTIVE).length());
        scan.blanks();
        if (!scan.take(": ") && !scan.take("- ")) {
            return null;
        }
        return reactive < 0 ? served(scan, thread(text, logger)) : adapted(scan);
    }

    /** The same, from a line of JSON. */
    @Nullable Fact message(LoggedMessage logged) {
        String logger = logged.logger().orElse("");
        Scan scan = new Scan(logged.message(), 0);
        if (logger.endsWith(REACTIVE)) {
            return adapted(scan);
        }
        return logger.endsWith(SERVLET) ? served(scan, logged.thread()) : null;
    }

    /** The last brackets before the logger. */
    private static Optional<String> thread(String text, int logger) {
        int close = text.lastIndexOf("] ", logger);
        int bracket = close < 0 ? -1 : text.lastIndexOf('[', close);
        return bracket < 0 ? Optional.empty() : Optional.of(text.substring(bracket + 1, close).strip());
    }

    private @Nullable Fact served(Scan scan, Optional<String> thread) {
        if (scan.take("Completed ")) {
            return thread.isEmpty() ? null : completed(scan, thread.get(), Optional.empty());
        }
        String method = scan.token();
        String path = scan.take(" \"") ? scan.until("\", parameters=") : null;
        return started(method, path, thread, Optional.empty());
    }

    private @Nullable Fact adapted(Scan scan) {
        String id = scan.take('[') ? scan.until("] ") : null;
        if (id == null) {
            return null;
        }
        if (scan.take("Completed ")) {
            return completed(scan, id, Optional.of(id));
        }
        String method = scan.take("HTTP ") ? scan.token() : null;
        String path = scan.take(" \"") ? scan.until("\"") : null;
        return started(method, path, Optional.of(id), Optional.of(id));
    }

    private @Nullable Fact started(
            @Nullable String method, @Nullable String path, Optional<String> key, Optional<String> id) {
        if (method == null || path == null || !Methods.is(method, 0, method.length())) {
            return null;
        }
        key.ifPresent(known -> open.opened(known, method, path));
        return new Fact.RequestStarted(id, method, path);
    }

    private @Nullable Fact completed(Scan scan, String key, Optional<String> id) {
        int status = scan.status();
        OpenRequests.Opened opened = status < 0 ? null : open.ended(key);
        return opened == null
                ? null
                : new Fact.RequestEnded(id, opened.method(), opened.path(), status, Optional.empty(), Optional.empty());
    }
}
