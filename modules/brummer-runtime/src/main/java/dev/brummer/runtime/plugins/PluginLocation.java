package dev.brummer.runtime.plugins;

import java.nio.file.Path;
import java.util.List;

/**
 * Where one plugin lies.
 *
 * @param name as a person knows it
 * @param jars the jar, or those of the folder that it is
 */
record PluginLocation(String name, List<Path> jars) {}
