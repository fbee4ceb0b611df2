/**
 * YAML as a tree that knows where each part of it stands. Limits on size, depth and expansion hold before anything
 * recursive sees the text. The only package that knows SnakeYAML Engine.
 */
@NullMarked
package dev.brummer.config.yaml;

import org.jspecify.annotations.NullMarked;
