package dev.brummer.logs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file of one segment. Interrupting a thread that uses a channel closes the channel for every thread; so whoever
 * finds it closed opens it again. One thread may write while others read.
 */
final class SegmentFile implements Closeable {
    private final Path path;
    private final ChannelOpener opener;
    private final OpenOption[] options;
    private volatile @Nullable FileChannel channel;
    private @Nullable FileChannel positioned;

    SegmentFile(Path path, ChannelOpener opener, OpenOption... options) {
        this.path = path;
        this.opener = opener;
        this.options = options;
    }

    Path path() {
        return path;
    }

    /** Writes all of {@code parts}, each from its beginning, at {@code position}. */
    void write(ByteBuffer[] parts, long position) throws IOException {
        retried(() -> {
            FileChannel to = open();
            if (to != positioned) {
                to.position(position);
                positioned = to;
            }
            gather(to, parts);
            return 0;
        });
    }

    private void gather(FileChannel to, ByteBuffer[] parts) throws IOException {
        long left = 0;
        for (ByteBuffer part : parts) {
            left += part.rewind().remaining();
        }
        // Until proven otherwise the position is not where the next write begins.
        positioned = null;
        while (left > 0) {
            left -= to.write(parts);
        }
        positioned = to;
    }

    /** Takes back what a failed write left after {@code length}. */
    void truncate(long length) throws IOException {
        positioned = null;
        retried(() -> {
            open().truncate(length);
            return 0;
        });
    }

    /** Fills {@code into} from {@code position} as far as there are bytes; returns how many came. */
    int read(ByteBuffer into, long position) throws IOException {
        int start = into.position();
        return retried(() -> {
            into.position(start);
            FileChannel from = open();
            int count = 0;
            while (into.hasRemaining() && count >= 0) {
                count = from.read(into, position + into.position() - start);
            }
            return into.position() - start;
        });
    }

    long size() throws IOException {
        return retried(() -> open().size());
    }

    @Override
    public synchronized void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        return open != null && open.isOpen() ? open : reopen();
    }

    private synchronized FileChannel reopen() throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) {
            open = opener.open(path, options);
            channel = open;
        }
        return open;
    }

    private interface Access<T> {
        T go() throws IOException;
    }

    private static <T> T retried(Access<T> access) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return access.go();
                } catch (ClosedChannelException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
