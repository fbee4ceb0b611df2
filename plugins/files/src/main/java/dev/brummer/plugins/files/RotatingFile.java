package dev.brummer.plugins.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that lines are appended to. Before it would become larger than it may, it is renamed, and a new one begins; no
 * line is split over two files, and a line that is larger than a file may be has one of its own. Every message of an
 * {@link IOException} is for the user. For one thread.
 */
public final class RotatingFile implements Closeable {
    private static final byte LINE_END = '\n';

    private final Path path;
    private final Rotation rotation;
    private FileChannel channel;
    private long size;

    private RotatingFile(Path path, Rotation rotation) throws IOException {
        this.path = path;
        this.rotation = rotation;
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = channel.size();
    }

    /**
     * Opens the file, with the folders above it; what is in it stays.
     *
     * @throws IOException if it cannot be opened
     */
    public static RotatingFile open(Path path, Rotation rotation) throws IOException {
        try {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            refuseToRename(path, rotation);
            var file = new RotatingFile(path, rotation);
            file.endTornLine();
            return file;
        } catch (IOException e) {
            throw new IOException("cannot write to " + path + ": " + why(e), e);
        }
    }

    // A device, as /dev/stderr, must stay what it is.
    private static void refuseToRename(Path path, Rotation rotation) throws IOException {
        if (!rotation.equals(Rotation.NONE) && Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("it is no regular file and cannot be renamed; leave 'max_size' out");
        }
    }

    // Who died while writing has left half a line, and the next one is not to become part of it.
    private void endTornLine() throws IOException {
        if (size == 0 || !Files.isRegularFile(path)) {
            return;
        }
        var last = ByteBuffer.allocate(1);
        try (FileChannel written = FileChannel.open(path, StandardOpenOption.READ)) {
            written.read(last, size - 1);
        }
        if (last.get(0) != LINE_END) {
            append(ByteBuffer.wrap(new byte[] {LINE_END}));
        }
    }

    /**
     * Appends whole lines, each with its end.
     *
     * @throws IOException if they cannot be written, or the file cannot be renamed
     */
    public void write(ByteBuffer lines) throws IOException {
        int end = lines.limit();
        while (lines.hasRemaining()) {
            int fitting = fitting(lines);
            if (fitting == lines.position()) {
                rotate();
            } else {
                write(lines.limit(fitting), end);
            }
        }
    }

    private void write(ByteBuffer lines, int end) throws IOException {
        try {
            append(lines);
        } catch (IOException e) {
            throw new IOException("cannot write to " + path + ": " + why(e), e);
        } finally {
            lines.limit(end);
        }
    }

    private void append(ByteBuffer lines) throws IOException {
        while (lines.hasRemaining()) {
            size += channel.write(lines);
        }
    }

    /** Where the last line ends that has room; in an empty file the first one has room in any case. */
    private int fitting(ByteBuffer lines) {
        long room = Math.max(0, rotation.maxSize() - size);
        if (lines.remaining() <= room) {
            return lines.limit();
        }
        int end = lines.position() + (int) room;
        while (end > lines.position() && lines.get(end - 1) != LINE_END) {
            end--;
        }
        return end == lines.position() && size == 0 ? firstEnd(lines) : end;
    }

    private static int firstEnd(ByteBuffer lines) {
        int end = lines.position();
        while (end < lines.limit() && lines.get(end) != LINE_END) {
            end++;
        }
        return Math.min(end + 1, lines.limit());
    }

    private void rotate() throws IOException {
        try {
            channel.close();
            new OlderFiles(path, rotation.maxFiles()).add();
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            size = channel.size();
        } catch (IOException e) {
            throw new IOException(
                    "cannot begin a new file after " + path + ": " + why(e)
                            + "; let brum rename files in that folder, or leave 'max_size' out",
                    e);
        }
    }

    private static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException fault ? fault.getReason() : e.getMessage();
        return reason != null ? reason : "no such folder, or not a folder";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
