package dev.brummer.plugins.checks.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the body of an answer, as much of it as anybody needs. */
final class HttpBody {
    /** More than this says nothing about a service's health. */
    static final int LIMIT = 64 * 1024;

    private static final int LONGEST_CHUNK_LINE = 1024;

    private final InputStream input;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    private HttpBody(InputStream input) {
        this.input = input;
    }

    /** The body that follows {@code head}, cut off after {@link #LIMIT}. */
    static byte[] read(HttpHead head, InputStream input) throws IOException {
        HttpBody body = new HttpBody(input);
        if (head.chunked()) {
            body.chunks();
        } else if (head.contentLength() >= 0) {
            body.exactly(head.contentLength());
        } else {
            body.toTheEnd();
        }
        return body.read.toByteArray();
    }

    private void chunks() throws IOException {
        while (!full()) {
            long size = chunkSize();
            if (size == 0) {
                return;
            }
            exactly(size);
            if (!full() && !line().isEmpty()) {
                throw new IOException("malformed chunk");
            }
        }
    }

    private long chunkSize() throws IOException {
        String size = line().replaceFirst("[;\\s].*", "");
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new IOException("malformed chunk");
        }
        return Long.parseLong(size, 16);
    }

    private void exactly(long length) throws IOException {
        int wanted = (int) Math.min(length, LIMIT - read.size());
        byte[] bytes = input.readNBytes(wanted);
        read.writeBytes(bytes);
        if (bytes.length < wanted) {
            throw new EOFException();
        }
    }

    private void toTheEnd() throws IOException {
        read.writeBytes(input.readNBytes(LIMIT));
    }

    private boolean full() {
        return read.size() >= LIMIT;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (line.size() >= LONGEST_CHUNK_LINE) {
                throw new IOException("malformed chunk");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
