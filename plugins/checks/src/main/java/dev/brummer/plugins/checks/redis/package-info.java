/** The check {@code redis}: a PING in RESP, the protocol of Redis and Valkey, after a login where one is given. */
@NullMarked
package dev.brummer.plugins.checks.redis;

import org.jspecify.annotations.NullMarked;
