package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines of access logs, in which the request stands in quotes: the common format and the combined one (Apache, nginx,
 * Tomcat, morgan, gunicorn), and Uvicorn's. nginx' {@code $request_time} is understood as {@code rt=0.003}, {@code
 * request_time=0.003}, or as the last word behind the user agent.
 */
final class AccessLine {
    private static final String DASH = " - ";
    private static final String[] TIMES = {" rt=", " request_time="};

    private AccessLine() {}

    /**
     * @param from where the method is, behind a quotation mark
     * @param end where the path ends
     */
    static @Nullable Fact fact(String said, int from, String method, String path, int end) {
        Scan scan = new Scan(said, end);
        if (!scan.take(" HTTP/") || scan.until("\" ") == null) {
            return null;
        }
        int status = scan.status();
        boolean ends = scan.atEnd() || scan.take(' ');
        if (status < 0 || !ends || !isServed(said, from - 1)) {
            return null;
        }
        Optional<Duration> took = Optional.ofNullable(took(said, scan.at()));
        return new Fact.RequestEnded(Optional.empty(), method, path, status, took, client(said, from - 1));
    }

    /**
     * Whether a time in brackets stands before the quotation mark, or an address: clients log the requests they make,
     * too.
     */
    private static boolean isServed(String said, int quote) {
        if (said.startsWith("] ", quote - 2)) {
            int open = said.lastIndexOf('[', quote);
            return open >= 0 && said.indexOf(':', open) < quote && said.indexOf(':', open) > open;
        }
        return said.startsWith(DASH, quote - DASH.length()) && client(said, quote).isPresent();
    }

    /** The address before the first dash. */
    private static Optional<String> client(String said, int quote) {
        int dash = said.indexOf(DASH);
        return dash < 0 || dash >= quote ? Optional.empty() : address(said, dash);
    }

    /** Whether address and user stand before the method, as in morgan's format short. */
    static boolean isShort(String said, int from) {
        return shortClient(said, from).isPresent();
    }

    static Optional<String> shortClient(String said, int from) {
        int user = said.lastIndexOf(' ', from - 2);
        return user < 0 || from < 2 ? Optional.empty() : address(said, user);
    }

    /** The address that ends at {@code end}, without a port behind it. */
    private static Optional<String> address(String said, int end) {
        int from = said.lastIndexOf(' ', end - 1) + 1;
        String word = said.substring(from, end);
        int colon = word.indexOf(':');
        boolean is = word.indexOf('.') > 0 || colon >= 0 && word.length() > 2 || word.equals("localhost");
        if (!is || word.endsWith(":") || !isClean(word)) {
            return Optional.empty();
        }
        boolean port = colon > 0 && colon == word.lastIndexOf(':') && word.indexOf('.') > 0;
        return Optional.of(port ? word.substring(0, colon) : word);
    }

    private static boolean isClean(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetterOrDigit(word.charAt(i)) && "-_.:[]".indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Duration took(String said, int from) {
        for (String name : TIMES) {
            int at = said.indexOf(name, from);
            if (at >= 0) {
                return seconds(new Scan(said, at + name.length()).decimal());
            }
        }
        int last = said.stripTrailing().lastIndexOf("\" ");
        if (last < from) {
            return null;
        }
        String word = said.substring(last + 2).strip();
        Scan scan = new Scan(word, 0);
        double time = word.indexOf('.') == word.length() - 4 ? scan.decimal() : -1;
        return scan.atEnd() ? seconds(time) : null;
    }

    private static @Nullable Duration seconds(double seconds) {
        return RequestPhrase.millis(seconds * 1000);
    }
}
