package dev.brummer.process;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pipe that a run writes to and Brummer reads. Made by Brummer and not by the JDK, which closes its own when the leader
 * exits, although other members of the run may still write. Brummer holds a write end too, so that the pipe ends when
 * {@link #finish()} says that the run is over, and not before. Safe for use by several threads.
 */
final class ChildPipe implements ChildStream {
    // A start takes eight handles for a moment, and meanwhile somebody reads files or asks a service for its health.
    private static final int SPARE_PIPES = 8;

    // Three quarters of what a pipe holds to begin with: who finds so much at once is behind its writer.
    private static final int FLOOD = 48 << 10;

    private final PosixCalls calls;
    private final Optional<PipeRoom> room;
    private final FileChannel source;
    private final int writeEnd;
    private final File target;
    private final String inode;
    private boolean finished;
    private boolean wide;

    private ChildPipe(
            PosixCalls calls, Optional<PipeRoom> room, FileChannel source, int writeEnd, File target, String inode) {
        this.calls = calls;
        this.room = room;
        this.source = source;
        this.writeEnd = writeEnd;
        this.target = target;
        this.inode = inode;
    }

    /**
     * @param descriptorFolder the folder in which the system shows a process its own open files
     * @param room for more than a pipe holds to begin with, where the system has that
     * @throws IOException if no pipe could be made; the message says why for a person
     */
    static ChildPipe open(PosixCalls calls, String descriptorFolder, Optional<PipeRoom> room) throws IOException {
        int[] ends = calls.pipe();
        boolean opened = false;
        try {
            requireSpare(calls);
            FileChannel source = FileChannel.open(Path.of(descriptorFolder + ends[0]), StandardOpenOption.READ);
            opened = true;
            File target = new File(descriptorFolder + ends[1]);
            return new ChildPipe(calls, room, source, ends[1], target, inode(target));
        } finally {
            calls.close(ends[0]);
            if (!opened) {
                calls.close(ends[1]);
            }
        }
    }

    /**
     * Makes sure that the process to come finds the handles that it needs while it is started. Where they run out in the
     * middle of it, the JDK closes handles that it never opened (forkAndExec does not set childenv before its first
     * failure), and its helper cannot load its libraries.
     */
    static void requireSpare(PosixCalls calls) throws IOException {
        List<int[]> spare = new ArrayList<>(SPARE_PIPES);
        try {
            for (int i = 0; i < SPARE_PIPES; i++) {
                spare.add(calls.pipe());
            }
        } finally {
            spare.forEach(ends -> {
                calls.close(ends[0]);
                calls.close(ends[1]);
            });
        }
    }

    /** On Linux {@code pipe:[4711]}; elsewhere nothing that names it. */
    private static String inode(File target) throws IOException {
        return Files.isSymbolicLink(target.toPath())
                ? Files.readSymbolicLink(target.toPath()).toString()
                : "unnamed";
    }

    @Override
    public String inode() {
        return inode;
    }

    @Override
    public ReadableByteChannel source() {
        return new Source();
    }

    /** What the run writes. For one reader, but that any thread may close it. */
    private final class Source implements ReadableByteChannel {
        private boolean widened;

        @Override
        public int read(ByteBuffer into) throws IOException {
            int count = source.read(into);
            if (count >= FLOOD && !widened) {
                widened = true;
                room.ifPresent(ChildPipe.this::widen);
            }
            return count;
        }

        @Override
        public boolean isOpen() {
            return source.isOpen();
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }

    // Once it is finished, the number of its write end may be that of another file.
    private synchronized void widen(PipeRoom from) {
        wide = !finished && from.widen(writeEnd);
    }

    /** Where the run's output is redirected to. */
    File target() {
        return target;
    }

    @Override
    public synchronized void finish() {
        if (!finished) {
            finished = true;
            calls.close(writeEnd);
        }
    }

    /** Ends the source although somebody may still hold a write end. What was written before has been read by then. */
    @Override
    public void close() throws IOException {
        finish();
        source.close();
        giveBack();
    }

    private synchronized void giveBack() {
        if (wide) {
            wide = false;
            room.ifPresent(PipeRoom::giveBack);
        }
    }
}
