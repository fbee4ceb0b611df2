/**
 * Compose files: what their services are and publish, after merging, {@code extends} and variables, and as much of them as
 * runs without a container.
 */
@NullMarked
package dev.brummer.discovery.compose;

import org.jspecify.annotations.NullMarked;
