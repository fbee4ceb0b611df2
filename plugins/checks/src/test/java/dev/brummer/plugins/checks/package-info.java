/** Tests of the bundled checks, against real sockets on the loopback. */
@NullMarked
package dev.brummer.plugins.checks;

import org.jspecify.annotations.NullMarked;
