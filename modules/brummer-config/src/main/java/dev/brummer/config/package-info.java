/**
 * From {@code brummer.yaml}, its overlays and env files to the model: {@link dev.brummer.config.ConfigLoader} finds the
 * files, chooses the profiles, merges, decodes, and checks what several values must agree on. Every fault is collected.
 */
@NullMarked
package dev.brummer.config;

import org.jspecify.annotations.NullMarked;
