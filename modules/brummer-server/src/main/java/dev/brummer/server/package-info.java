/**
 * The control API: a session over HTTP on the loopback interface, for whoever holds its token, and the client that is a
 * session again. {@code docs/api.md} lists every resource.
 */
@NullMarked
package dev.brummer.server;

import org.jspecify.annotations.NullMarked;
