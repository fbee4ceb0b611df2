package dev.brummer.config;

import dev.brummer.config.source.SourceFile;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.spi.ServiceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in a folder without a {@code brummer.yaml}, as if one said it. Immutable.
 *
 * @param source the file that says the most of it
 * @param root what would be written in {@code brummer.yaml}; the places of its values are those of the files they come from
 * @param groups names on the command line that stand for several services
 */
public record FoundProject(SourceFile source, Mapping root, Map<String, List<ServiceId>> groups) {
    public FoundProject {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }
}
