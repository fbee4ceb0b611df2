package dev.brummer.plugins.checks.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.plugins.checks.net.Connection;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * A reply of one line: {@code +PONG}, {@code -NOAUTH Authentication required.}
 *
 * @param error whether it tells of one
 * @param text without the sign before it
 */
record RedisReply(boolean error, String text) {
    private static final int LONGEST = 1024;

    static RedisReply read(Connection connection) throws IOException {
        byte sign = connection.read(1)[0];
        if (sign != '+' && sign != '-') {
            throw connection.unlike("redis", sign);
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = connection.input().read(); next != '\n'; next = connection.input().read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (line.size() == LONGEST) {
                throw new IOException("no redis answer but a line without end");
            }
            line.write(next);
        }
        return new RedisReply(sign == '-', line.toString(UTF_8).strip());
    }

    boolean says(String word) {
        return !error && text.equals(word);
    }

    /** The first word of an error, which says what kind it is; empty for any other reply. */
    String code() {
        int end = text.indexOf(' ');
        return !error ? "" : end < 0 ? text : text.substring(0, end);
    }
}
