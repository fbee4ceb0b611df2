/**
 * The composition root: plugins are found, and configuration, supervision, processes, journal and sinks become a running
 * session. One loop thread decides; everything slow happens elsewhere and comes back as an event.
 */
@NullMarked
package dev.brummer.runtime;

import org.jspecify.annotations.NullMarked;
