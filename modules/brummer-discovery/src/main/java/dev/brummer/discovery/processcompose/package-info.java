/** Files of process-compose: its processes as services, with their probes, restarts and ends. */
@NullMarked
package dev.brummer.discovery.processcompose;

import org.jspecify.annotations.NullMarked;
