/** What this machine has to run containers with: which of the tools, and whether an engine answers. */
@NullMarked
package dev.brummer.discovery.engine;

import org.jspecify.annotations.NullMarked;
