/** Tests of the check for Kafka against a scripted server. */
@NullMarked
package dev.brummer.plugins.checks.kafka;

import org.jspecify.annotations.NullMarked;
