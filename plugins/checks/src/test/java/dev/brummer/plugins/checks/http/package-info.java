/** Tests of the check http, against real sockets on the loopback. */
@NullMarked
package dev.brummer.plugins.checks.http;

import org.jspecify.annotations.NullMarked;
