import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the log of one service: so many numbered lines of about 80 bytes, one in a thousand an error, a few with a rare
 * word. The same arguments give the same lines. Run as {@code java SearchLines.java SERVICE LINES}.
 */
final class SearchLines {
    private static final String[] PATHS = {"/api/orders", "/api/users", "/health", "/api/products?page=2", "/login"};

    public static void main(String[] arguments) throws IOException {
        String service = arguments[0];
        int lines = Integer.parseInt(arguments[1]);
        StringBuilder text = new StringBuilder(1 << 17);
        try (OutputStream out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
            for (int i = 0; i < lines; i++) {
                line(text, service, i);
                if (text.length() > 64_000 || i == lines - 1) {
                    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
                    text.setLength(0);
                }
            }
        }
    }

    private static void line(StringBuilder text, String service, int i) {
        int mixed = (i * 0x9E3779B9) >>> 8;
        if (i % 1000 == 500) {
            text.append("ERROR ").append(service).append(" could not reach upstream on try ").append(mixed % 7)
                    .append(": timeout after ").append(mixed % 3000).append(" ms #").append(i).append('\n');
        } else if (i % 250_000 == 123_456) {
            text.append("INFO  ").append(service).append(" the Zebra has crossed the road, number ").append(i).append('\n');
        } else {
            text.append("INFO  ").append(service).append(" GET ").append(PATHS[mixed % PATHS.length])
                    .append(" - 200 in ").append(mixed % 900).append(" ms, session ")
                    .append(Integer.toHexString(mixed)).append(" #").append(i).append('\n');
        }
    }

    private SearchLines() {}
}
