/**
 * The check {@code postgres}: a start-up message in version 3.0 of PostgreSQL's protocol, up to a login where a user is
 * given. It takes care to leave as few lines as possible in the server's log.
 */
@NullMarked
package dev.brummer.plugins.checks.postgres;

import org.jspecify.annotations.NullMarked;
