/** Tests of the webhook: its decisions by hand, its HTTP against servers on the loopback. */
@NullMarked
package dev.brummer.plugins.webhook;

import org.jspecify.annotations.NullMarked;
