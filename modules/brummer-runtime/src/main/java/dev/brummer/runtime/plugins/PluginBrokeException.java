package dev.brummer.runtime.plugins;

/** A plugin has thrown what it may not throw. The message says so to a person, and names its jar. */
public final class PluginBrokeException extends Exception {
    private static final long serialVersionUID = 1L;

    PluginBrokeException(String message, Throwable cause) {
        super(message, cause);
    }
}
