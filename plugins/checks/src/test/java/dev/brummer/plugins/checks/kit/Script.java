package dev.brummer.plugins.checks.kit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a server says: one answer to each request, and then nothing more until the client leaves. A request is what
 * arrives at once, as that of a check does on the loopback.
 */
public final class Script implements LoopbackServer.Conversation {
    private final List<Step> steps;
    private final int bytes;
    private final int largestWrite;
    private final CountDownLatch left = new CountDownLatch(1);
    private final List<byte[]> requests = new CopyOnWriteArrayList<>();

    /** An answer that depends on what was asked. */
    @FunctionalInterface
    public interface Step {
        byte[] answerTo(byte[] request);

        /** An answer that is always the same. */
        static Step of(byte... bytes) {
            return _ -> bytes;
        }

        /** An answer in text. */
        static Step of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Script(List<Step> steps, int bytes, int largestWrite) {
        this.steps = steps;
        this.bytes = bytes;
        this.largestWrite = largestWrite;
    }

    public static Script of(Step... steps) {
        return of(List.of(steps));
    }

    public static Script of(List<Step> steps) {
        return new Script(steps, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** The same, but the connection is closed after so many bytes. */
    public Script cutAfter(int most) {
        return new Script(steps, most, largestWrite);
    }

    /** The same, each byte in a packet of its own. */
    public Script byteByByte() {
        return new Script(steps, bytes, 1);
    }

    /** What was asked, in order. */
    public List<byte[]> requests() {
        return requests;
    }

    /** What was asked, as text. */
    public List<String> requestTexts() {
        return requests.stream().map(request -> new String(request, StandardCharsets.ISO_8859_1)).toList();
    }

    /** Waits until the client has left, and says whether it has. */
    public boolean isLeft() throws InterruptedException {
        return left.await(10, TimeUnit.SECONDS);
    }

    @Override
    public void with(Socket client) throws IOException {
        try {
            serve(client);
        } finally {
            left.countDown();
        }
    }

    private void serve(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        int rest = bytes;
        byte[] buffer = new byte[64 * 1024];
        for (Step step : steps) {
            int count = client.getInputStream().read(buffer);
            if (count < 0) {
                return;
            }
            byte[] request = Arrays.copyOf(buffer, count);
            requests.add(request);
            byte[] answer = step.answerTo(request);
            write(client, Arrays.copyOf(answer, Math.min(rest, answer.length)));
            if (rest < answer.length) {
                return;
            }
            rest -= answer.length;
        }
        untilLeft(client, buffer);
    }

    private void write(Socket client, byte[] answer) throws IOException {
        for (int from = 0; from < answer.length; ) {
            int count = Math.min(largestWrite, answer.length - from);
            client.getOutputStream().write(answer, from, count);
            from += count;
        }
    }

    private void untilLeft(Socket client, byte[] buffer) throws IOException {
        InputStream input = client.getInputStream();
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
            requests.add(Arrays.copyOf(buffer, count));
        }
    }
}
