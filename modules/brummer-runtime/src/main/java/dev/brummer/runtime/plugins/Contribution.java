package dev.brummer.runtime.plugins;

import dev.brummer.config.PluginDescriptor;

/**
 * One thing that a plugin brings: a kind of check, a kind of sink. Immutable.
 *
 * @param descriptor what the factory has declared, asked once
 */
public record Contribution<F>(PluginKind<F> kind, F factory, PluginDescriptor descriptor, Plugin plugin) {
    public String id() {
        return descriptor.id();
    }

    /** What it is, for messages: {@code check 'acme' of .brummer/plugins/acme.jar}. */
    public String words() {
        String own = kind.noun() + " '" + id() + "'";
        return plugin.isDroppedIn() ? own + " of " + plugin.name() : own;
    }

    // By identity: the factory's own equals and hashCode are a stranger's code.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
