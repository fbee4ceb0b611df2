package dev.brummer.config;

import dev.brummer.config.source.SourceFile;
import dev.brummer.config.yaml.Mapping;

/**
 * What was found in a folder without a {@code brummer.yaml}, as if one said it. Immutable.
 *
 * @param source the file that says the most of it
 * @param root what would be written in {@code brummer.yaml}; the places of its values are those of the files they come from
 * @param choice what of it may be started
 */
public record FoundProject(SourceFile source, Mapping root, Choice choice) {}
