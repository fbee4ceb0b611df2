package dev.brummer.discovery.npm;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Scalar;

/**
 * A script of a {@code package.json}.
 *
 * @param at where its name stands
 * @param text what it runs
 */
record PackageScript(String name, Span at, Scalar text) {}
