package dev.brummer.logs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Opens segment files: {@link FileChannel#open(Path, OpenOption...)}, or a test's disk that is full. */
@FunctionalInterface
interface ChannelOpener {
    FileChannel open(Path path, OpenOption... options) throws IOException;
}
