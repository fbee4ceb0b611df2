import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Reads lines that carry the time when they were sent, in microseconds behind the first {@code "| "}, and prints how
 * many came, and after how many microseconds: the median, the 99th percentile, and the most. With {@code --following},
 * lines that were sent before the first one came do not count.
 */
final class LogLatency {
    private long[] late = new long[1 << 20];
    private int lines;
    private long sent;
    private boolean inNumber;
    private boolean passed;
    private int before;
    private final boolean following;
    private long begun;

    private LogLatency(boolean following) {
        this.following = following;
    }

    public static void main(String[] arguments) throws IOException {
        LogLatency latency = new LogLatency(List.of(arguments).contains("--following"));
        byte[] bytes = new byte[1 << 16];
        for (int count = System.in.read(bytes); count >= 0; count = System.in.read(bytes)) {
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            for (int i = 0; i < count; i++) {
                latency.take(bytes[i], now);
            }
        }
        latency.tell();
    }

    private void take(byte b, long now) {
        if (b == '\n') {
            if (passed && sent > 0) {
                begun = begun == 0 ? now : begun;
                // Who begins to follow is given what was written while he came: that is no delay.
                if (!following || sent >= begun) {
                    add(now - sent);
                }
            }
            sent = 0;
            inNumber = false;
            passed = false;
        } else if (!passed && b == ' ' && before == '|') {
            inNumber = true;
            passed = true;
        } else if (inNumber && b >= '0' && b <= '9') {
            sent = sent * 10 + b - '0';
        } else {
            inNumber = false;
        }
        before = b;
    }

    private void add(long micros) {
        if (lines == late.length) {
            late = Arrays.copyOf(late, lines * 2);
        }
        late[lines++] = micros;
    }

    private void tell() {
        Arrays.sort(late, 0, lines);
        System.out.println(lines + " " + at(50) + " " + at(99) + " " + at(100));
    }

    private long at(int percent) {
        return lines == 0 ? 0 : late[Math.min(lines - 1, (int) ((long) lines * percent / 100))];
    }
}
