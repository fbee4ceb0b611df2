package dev.brummer.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lock that the owner of a folder's fleet holds. The system lets go of it when its process ends, however that
 * happens; the file names the owner for those who find it locked.
 */
final class FleetLock implements Closeable {
    private final FileChannel channel;

    private FleetLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param folder {@code .brummer} of the project; made if it is not there
     * @return the lock, or empty where somebody else holds it
     * @throws IOException if the folder or file cannot be made
     */
    static Optional<FleetLock> acquire(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This very process holds it. The channel stays open: closing any of a file lets go of its lock (fcntl(2)).
            return Optional.empty();
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        byte[] owner = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(owner));
        return Optional.of(new FleetLock(channel));
    }

    /** The pid that the lock's file names. */
    static String owner(Path folder) throws IOException {
        return Files.readString(file(folder), StandardCharsets.US_ASCII).strip();
    }

    private static Path file(Path folder) {
        return folder.resolve("lock");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
