package dev.brummer.process;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.brummer.core.engine.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What the system grants.
 *
 * @param openFiles how many files this process may have open; empty where it is not known
 * @param fileWatches how many files and folders a user's programs may watch; empty where there is no such limit
 */
public record SystemLimits(OptionalLong openFiles, OptionalLong fileWatches) {
    private static final Path WATCHES = Path.of("/proc/sys/fs/inotify/max_user_watches");

    static SystemLimits read() {
        return new SystemLimits(files(), watches());
    }

    static Machine machine() {
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
        return new Machine(Runtime.getRuntime().availableProcessors(), memory);
    }

    private static OptionalLong files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? OptionalLong.of(system.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }

    private static OptionalLong watches() {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(WATCHES, StandardCharsets.US_ASCII).strip()));
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}
