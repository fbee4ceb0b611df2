/** Writes the project that a plugin begins as. */
@NullMarked
package dev.brummer.cli.plugin;

import org.jspecify.annotations.NullMarked;
