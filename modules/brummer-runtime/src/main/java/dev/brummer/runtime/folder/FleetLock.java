package dev.brummer.runtime.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lock that the owner of a folder's fleet holds. The system lets go of it when its process ends, however that
 * happens; the file names the owner for those who find it locked.
 *
 * <p>It has two parts. Only who wants to be the owner asks for the first, so that nobody else is in its way. Who merely
 * wants to know whether there is an owner tries the second.
 */
public final class FleetLock implements Closeable {
    private static final long OWNER = 0;
    private static final long PRESENCE = 1;

    private final FileChannel channel;

    private FleetLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param folder {@code .brummer} of the project; made if it is not there
     * @return the lock, or empty where somebody else holds it
     * @throws IOException if the folder or file cannot be made
     */
    public static Optional<FleetLock> acquire(Path folder) throws IOException {
        OwnFolder.make(folder);
        FileChannel channel = FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock(OWNER, 1, false);
        } catch (OverlappingFileLockException e) {
            // This very process holds it. The channel stays open: closing any of a file lets go of its lock (fcntl(2)).
            return Optional.empty();
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        // Waits for those who are just looking, each for a moment.
        FileLock ignored = channel.lock(PRESENCE, 1, false);
        byte[] owner = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(owner));
        return Optional.of(new FleetLock(channel));
    }

    /**
     * Makes the folder where it is not there, for whoever is about to be its owner.
     *
     * @throws IOException if it cannot be made
     */
    public static void prepare(Path folder) throws IOException {
        OwnFolder.make(folder);
    }

    /**
     * Whether another process owns the folder's fleet at this moment. Not for the owner: closing any channel of the file
     * would let go of the lock (fcntl(2)).
     *
     * @throws IOException if the file cannot be read
     */
    public static boolean isHeld(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(file(folder), StandardOpenOption.READ)) {
            return channel.tryLock(PRESENCE, 1, true) == null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** The pid that the lock's file names. */
    public static String owner(Path folder) throws IOException {
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
