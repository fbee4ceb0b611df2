package dev.brummer.plugins.checks.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says what went wrong on a connection in words for a person, as the message of an exception. */
public final class Sentence {
    private Sentence() {}

    public static IOException about(IOException fault, String where, Deadline deadline) {
        return new IOException(of(fault, where, deadline), fault);
    }

    private static String of(IOException fault, String where, Deadline deadline) {
        String said = PlainText.oneLine(String.valueOf(fault.getMessage()), 120);
        return switch (fault) {
            case SocketTimeoutException _ -> "no answer within " + deadline.granted() + " on " + where;
            case ConnectException _ -> lower(said) + " on " + where;
            case NoRouteToHostException _ -> "no route to " + where;
            case EOFException _ -> "connection to " + where + " closed without an answer";
            case SSLException _ -> tls(said, where);
            case SocketException _ -> lower(said) + " on " + where;
            default -> said + " on " + where;
        };
    }

    private static String tls(String said, String where) {
        if (said.contains("PKIX")) {
            return "the certificate of " + where + " is not trusted; 'insecure: true' accepts any";
        }
        if (said.contains("matching")) {
            return "the certificate of " + where + " names another host; 'insecure: true' accepts any";
        }
        return "no TLS with " + where + ": " + said;
    }

    /** The system's words begin with a capital and may end with a note of the JDK's own. */
    private static String lower(String said) {
        String words = said.replaceFirst(" \\(.*\\)$", "");
        return words.substring(0, Math.min(1, words.length())).toLowerCase(Locale.ROOT)
                + words.substring(Math.min(1, words.length()));
    }
}
