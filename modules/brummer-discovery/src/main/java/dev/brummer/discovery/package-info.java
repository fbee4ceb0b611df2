/**
 * What a folder without a {@code brummer.yaml} holds: {@link dev.brummer.discovery.Discovery} asks one source after the
 * other, each of which makes a {@link dev.brummer.discovery.sketch.Sketch} of the kind of file it knows.
 */
@NullMarked
package dev.brummer.discovery;

import org.jspecify.annotations.NullMarked;
