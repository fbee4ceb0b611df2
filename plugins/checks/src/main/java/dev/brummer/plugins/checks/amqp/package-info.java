/**
 * The check {@code amqp}: the beginning of a conversation in AMQP 0-9-1, up to a login where a user is given, and the
 * depth of the queues over RabbitMQ's management API.
 */
@NullMarked
package dev.brummer.plugins.checks.amqp;

import org.jspecify.annotations.NullMarked;
