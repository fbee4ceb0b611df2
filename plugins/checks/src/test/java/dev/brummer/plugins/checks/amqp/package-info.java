/** Tests of the check for AMQP against a scripted server. */
@NullMarked
package dev.brummer.plugins.checks.amqp;

import org.jspecify.annotations.NullMarked;
