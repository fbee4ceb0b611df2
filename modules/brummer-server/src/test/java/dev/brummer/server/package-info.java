/** Tests of the control API, against a real server with a session that is none. */
@NullMarked
package dev.brummer.server;

import org.jspecify.annotations.NullMarked;
