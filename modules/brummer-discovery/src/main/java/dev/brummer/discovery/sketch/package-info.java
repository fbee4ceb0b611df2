/**
 * What was found, in the words of {@code brummer.yaml}: it can be loaded as if a file said it, or be written down as one,
 * with the reason beside each value.
 */
@NullMarked
package dev.brummer.discovery.sketch;

import org.jspecify.annotations.NullMarked;
