package dev.brummer.process;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What the guard is told, in a file: for the next start, should even the guard be killed. Its first two lines name the
 * boot of the machine and the fleet's marker.
 */
final class Ledger implements Closeable {
    private static final int LONGEST = 2000;

    private final Path file;
    private final String heading;
    private final FileChannel channel;
    private int lines;

    private Ledger(Path file, String heading, FileChannel channel) {
        this.file = file;
        this.heading = heading;
        this.channel = channel;
    }

    /**
     * What an earlier start left.
     *
     * @param members {@code pid ticks}
     */
    record Left(String bootId, FleetMarker marker, Set<String> members) {}

    static Ledger begin(Path folder, String bootId, FleetMarker marker) throws IOException {
        Path file = file(folder);
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        Ledger ledger = new Ledger(file, bootId + "\n" + marker.written() + "\n", channel);
        ledger.append(ledger.heading);
        return ledger;
    }

    private static Path file(Path folder) {
        return folder.resolve("ledger");
    }

    /** @param everything all that holds now, for when the file has grown long */
    void write(List<String> news, Supplier<List<String>> everything) throws IOException {
        lines += news.size();
        if (lines <= LONGEST) {
            // Until this has succeeded, it may end in half a line or miss some.
            int whole = lines;
            lines = LONGEST;
            append(String.join("\n", news) + "\n");
            lines = whole;
        } else {
            List<String> all = everything.get();
            channel.truncate(0);
            channel.position(0);
            append(heading + String.join("\n", all) + "\n");
            lines = Math.min(all.size(), LONGEST / 2);
        }
    }

    private void append(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            int ignored = channel.write(bytes);
        }
    }

    /** What the ledger of a start that did not end by itself says; empty where there is none. */
    static Optional<Left> left(Path folder) throws IOException {
        if (!Files.exists(file(folder))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file(folder), StandardCharsets.ISO_8859_1);
        Optional<FleetMarker> marker = lines.size() < 2 ? Optional.empty() : FleetMarker.read(lines.get(1));
        Set<String> members = new TreeSet<>();
        for (String line : lines.subList(Math.min(2, lines.size()), lines.size())) {
            // The last line may be torn; a pid without its ticks names nobody.
            if (line.startsWith("+ ") && line.split(" ").length == 3) {
                members.add(line.substring(2));
            } else if (line.startsWith("- ")) {
                members.remove(line.substring(2));
            }
        }
        return marker.map(known -> new Left(lines.getFirst(), known, members));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
