package dev.brummer.config;

import dev.brummer.config.keys.TopKeys;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files and their active overlays, each laid over the one before. */
final class Layers {
    private static final Set<String> NODE_ENV_NAMES = Set.of("development", "test", "staging", "production");

    private final List<ConfigFile> files = new ArrayList<>();

    void add(ConfigFile file) {
        files.add(file);
    }

    List<ConfigFile> files() {
        return files;
    }

    /** Whether all there is to decode is one file as it stands. */
    boolean isSingle() {
        return files.size() == 1
                && files.getFirst().root().value("profiles") == null
                && files.getFirst().root().value("defaults") == null;
    }

    /** A file's overlays come right above it, so that a profile's own file, which is read later, beats them. */
    Mapping merge(Set<String> profiles) {
        Node merged = Mapping.empty(new Span(new SourceFile("", ""), 0, 0, 0, 0));
        for (ConfigFile file : files) {
            merged = file == files.getFirst() ? file.root() : TopKeys.TOP.merge(merged, file.root());
            for (String profile : profiles) {
                Mapping overlay = file.overlay(profile);
                if (overlay != null) {
                    merged = TopKeys.TOP.merge(merged, overlay.without(List.of(TopKeys.NODE_ENV.name())));
                }
            }
        }
        return (Mapping) merged;
    }

    /** What the active profiles make of {@code NODE_ENV}, or null for nothing; the last one that says so wins. */
    @Nullable String nodeEnv(Set<String> profiles) {
        String nodeEnv = null;
        for (String profile : profiles) {
            String declared = declaredNodeEnv(profile);
            if (declared != null) {
                nodeEnv = declared;
            } else if (NODE_ENV_NAMES.contains(profile)) {
                nodeEnv = profile;
            }
        }
        return nodeEnv;
    }

    private @Nullable String declaredNodeEnv(String profile) {
        String declared = null;
        for (ConfigFile file : files) {
            Mapping overlay = file.overlay(profile);
            Node value = overlay == null ? null : overlay.value(TopKeys.NODE_ENV.name());
            if (value instanceof Scalar scalar && !scalar.isNull()) {
                declared = scalar.text();
            }
        }
        return declared;
    }

    /** What {@code default_profile} says; the last file that says it wins. */
    static List<String> defaultProfiles(List<ConfigFile> files) {
        List<String> names = List.of();
        for (ConfigFile file : files) {
            List<String> here = RawNames.of(file.root(), TopKeys.DEFAULT_PROFILE.name());
            names = here.isEmpty() ? names : here;
        }
        return names;
    }
}
