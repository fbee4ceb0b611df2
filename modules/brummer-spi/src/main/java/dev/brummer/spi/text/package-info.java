/**
 * What a sink needs to bring the bytes of log lines safely to a terminal or into text: a buffer for frames, and a
 * filter for escape sequences, control characters and broken UTF-8.
 */
@NullMarked
package dev.brummer.spi.text;

import org.jspecify.annotations.NullMarked;
