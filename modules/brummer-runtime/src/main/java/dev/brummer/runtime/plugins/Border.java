package dev.brummer.runtime.plugins;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The one place where Brummer's code calls a plugin's. */
final class Border {
    private Border() {}

    /** Something that a plugin threw and may not throw. */
    static final class Thrown extends Exception {
        private static final long serialVersionUID = 1L;

        private final Throwable what;

        Thrown(Throwable what) {
            super(what);
            this.what = what;
        }

        Throwable what() {
            return what;
        }
    }

    /** Calls with the plugin's own class loader as that of the thread, which libraries look for their services in. */
    static <T extends @Nullable Object> T cross(Plugin plugin, PluginCall<T> call)
            throws IOException, InterruptedException, Thrown {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin.loader());
        try {
            return call.run();
        } catch (IOException | InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            // Really anything: languages without checked exceptions throw those undeclared.
            throw new Thrown(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
