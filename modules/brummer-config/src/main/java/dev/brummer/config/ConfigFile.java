package dev.brummer.config;

import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.YamlReader;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One YAML file of the project.
 *
 * @param root with every short form in its long one
 */
record ConfigFile(SourceFile source, Mapping root) {
    /** The file, or null where it is no map, which {@code faults} then says. */
    static @Nullable ConfigFile parse(SourceFile source, Faults faults) {
        Node node = YamlReader.read(source, faults);
        return node == null ? null : of(source, node, faults);
    }

    /** The file that says {@code node}, or null where that is no map, which {@code faults} then says. */
    static @Nullable ConfigFile of(SourceFile source, Node node, Faults faults) {
        if (node.isNull()) {
            return new ConfigFile(source, Mapping.empty(node.span()));
        }
        if (!(TopKeys.TOP.normal(node) instanceof Mapping root)) {
            String hint = "it begins with 'services:'";
            faults.error("wrong-type", source.name() + " must be a map, not " + node.kind(), node.span(), hint);
            return null;
        }
        return new ConfigFile(source, root);
    }

    /** The overlay of a profile, or null where it has none. */
    @Nullable Mapping overlay(String profile) {
        return root.value("profiles") instanceof Mapping profiles && profiles.value(profile) instanceof Mapping overlay
                ? overlay
                : null;
    }

    /** Adds the names of the profiles that it declares, or that a service of it names. */
    void addProfiles(Set<String> names) {
        if (root.value("profiles") instanceof Mapping profiles) {
            names.addAll(profiles.entries().keySet());
            for (Mapping.Entry profile : profiles.entries().values()) {
                addServiceProfiles(profile.value(), names);
            }
        }
        addServiceProfiles(root, names);
    }

    private static void addServiceProfiles(Node layer, Collection<String> names) {
        if (!(layer instanceof Mapping mapping)) {
            return;
        }
        names.addAll(RawNames.of(mapping.value("defaults"), "profiles"));
        if (mapping.value("services") instanceof Mapping services) {
            for (Mapping.Entry service : services.entries().values()) {
                names.addAll(RawNames.of(service.value(), "profiles"));
            }
        }
    }
}
