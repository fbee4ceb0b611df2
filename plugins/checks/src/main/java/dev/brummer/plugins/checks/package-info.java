/**
 * The health checks that come with Brummer. Those on sockets have packages of their own; here are {@code tcp},
 * {@code exec} and {@code log}. The factories are loaded on the way to the first service, so they touch nothing before
 * a check is made; whatever a target answers or withholds, a check ends within its time and says what it found in a
 * sentence.
 */
@NullMarked
package dev.brummer.plugins.checks;

import org.jspecify.annotations.NullMarked;
