package dev.brummer.plugins.checks.http;

import dev.brummer.plugins.checks.net.PlainText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status and headers of an answer.
 *
 * @param headers by name in lower case
 */
record HttpHead(int status, Map<String, String> headers) {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.\\d ([1-9]\\d\\d)(?: .*)?");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_LINES = 200;

    /** Reads the head of the final answer; interim ones (100, 103) are passed over. */
    static HttpHead read(InputStream input) throws IOException {
        for (int interim = 0; interim < 10; interim++) {
            HttpHead head = readOne(input);
            if (head.status >= 200) {
                return head;
            }
        }
        throw new IOException("interim http answers without end");
    }

    private static HttpHead readOne(InputStream input) throws IOException {
        String first = line(input);
        Matcher parts = STATUS_LINE.matcher(first);
        if (!parts.matches()) {
            String said = PlainText.oneLine(first, 40);
            throw new IOException("no http answer but " + (said.isEmpty() ? "nothing readable" : "'" + said + "'"));
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(input); !line.isEmpty(); line = line(input)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= MOST_LINES) {
                throw new IOException("no http answer but malformed headers");
            }
            String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            headers.put(name, line.substring(colon + 1).strip());
        }
        return new HttpHead(Integer.parseInt(parts.group(1)), headers);
    }

    /** The next line without its end; what is too long for a line is returned as far as it was read. */
    private static String line(InputStream input) throws IOException {
        byte[] bytes = new byte[LONGEST_LINE];
        for (int count = 0; count < LONGEST_LINE; count++) {
            int next = input.read();
            if (next < 0 && count == 0) {
                throw new EOFException();
            }
            if (next < 0 || next == '\n') {
                return text(bytes, count > 0 && bytes[count - 1] == '\r' ? count - 1 : count);
            }
            bytes[count] = (byte) next;
        }
        return text(bytes, LONGEST_LINE);
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Whether a body may say more than the status does: JSON, or of no type that speaks against it. */
    boolean mayHoldJson() {
        String type = header("content-type");
        return status != 204
                && status != 304
                && (type.isEmpty() || type.contains("json") || type.startsWith("text/plain"));
    }

    /** Whether the other side will close the connection after its answer. */
    boolean closes() {
        return header("connection").contains("close");
    }

    boolean chunked() {
        return header("transfer-encoding").contains("chunked");
    }

    /** How long the body says it is; -1 if it does not. */
    long contentLength() {
        String length = header("content-length");
        return LENGTH.matcher(length).matches() ? Long.parseLong(length) : -1;
    }

    /** @param name in lower case */
    private String header(String name) {
        return headers.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    }
}
