/**
 * What checks on sockets share: an {@link dev.brummer.plugins.checks.net.Endpoint} to ask, a
 * {@link dev.brummer.plugins.checks.net.Connection} whose every read ends in time, and sentences about what went wrong.
 */
@NullMarked
package dev.brummer.plugins.checks.net;

import org.jspecify.annotations.NullMarked;
