/** Which services a start is about, what each waits for, and in which order they stop. Pure values. */
@NullMarked
package dev.brummer.core.graph;

import org.jspecify.annotations.NullMarked;
