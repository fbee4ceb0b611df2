package dev.brummer.plugins.parsers;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system's own error, {@code EADDRINUSE: address already in use}, and the address that stands behind it or before
 * it: it depends on the language which.
 */
final class AddressInUse {
    /** {@code :::3000}, {@code 127.0.0.1:8080}, {@code - bind(2) for "127.0.0.1" port 3000}. */
    private static final Pattern BEHIND = Pattern.compile(
            "[: ]{0,2}+(?:\\(Bind failed\\) )?(?:bind )?"
                    + "(?:(?:[\\w.*<>/-]{0,64}|\\[[\\da-f:.]{2,45}+\\]|[\\da-f:]{0,39}):(\\d{2,5}+)(?![\\w:.])"
                    + "|- bind\\(2\\) for \"?[\\w.:]{0,64}\"? port (\\d{2,5}+))");

    private static final String HOST = "[\\w.\\[\\]:*-]{0,64}?";

    /** What stands before the error, each form after words that begin it. */
    private static final List<AddressInUse> BEFORE = List.of(
            new AddressInUse("listen tcp", "[46]? " + HOST + ":(\\d{2,5}+): bind: "),
            new AddressInUse("bind() to ", HOST + ":(\\d{2,5}+) failed \\(\\d{1,3}+: "),
            new AddressInUse("listening socket ", HOST + ":(\\d{2,5}+): bind: "),
            new AddressInUse("bind on address ('", "[^']{0,64}', (\\d{2,5}+)(?:, \\d{1,10}+){0,2}+\\): "),
            new AddressInUse(
                    "bind to ",
                    "(?:server socket: |address )?[\\w.+/\\[\\]:*-]{0,80}?:(\\d{2,5}+)[/?\\w=.&]{0,80}+[\\])]?"
                            + "(?:: | due to: )(?:[\\w.$]{1,80}+: )?"),
            new AddressInUse("{port,", "(\\d{2,5}+)\\}.{0,200}?\\("));

    private static final int LONGEST_BEFORE = 400;

    private final String words;
    private final Pattern rest;

    private AddressInUse(String words, String rest) {
        this.words = words;
        this.rest = Pattern.compile(rest);
    }

    /** The port; -1 if there is no such error, or none with a port. */
    static int port(String said) {
        int code = said.indexOf("EADDRINUSE");
        int error = said.indexOf("ddress already in use") - 1;
        int port = code < 0 ? -1 : behind(said, code + "EADDRINUSE".length());
        if (port < 0 && error >= 0) {
            port = behind(said, error + "address already in use".length());
        }
        return port < 0 && error >= 0 ? before(said, error) : port;
    }

    private static int behind(String said, int from) {
        Matcher address = BEHIND.matcher(said).region(from, said.length());
        if (!address.lookingAt()) {
            return -1;
        }
        return Integer.parseInt(address.group(1) == null ? address.group(2) : address.group(1));
    }

    private static int before(String said, int error) {
        for (AddressInUse form : BEFORE) {
            int at = said.lastIndexOf(form.words, error);
            if (at >= 0 && error - at < LONGEST_BEFORE) {
                Matcher address = form.rest.matcher(said).region(at + form.words.length(), error);
                if (address.matches()) {
                    return Integer.parseInt(address.group(1));
                }
            }
        }
        return -1;
    }
}
