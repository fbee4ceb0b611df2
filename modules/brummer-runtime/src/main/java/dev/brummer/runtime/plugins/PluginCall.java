package dev.brummer.runtime.plugins;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call into a plugin's code. */
@FunctionalInterface
public interface PluginCall<T extends @Nullable Object> {
    T run() throws IOException, InterruptedException;
}
