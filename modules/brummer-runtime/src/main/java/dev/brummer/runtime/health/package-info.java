/** Remembers what the checks of a fleet have said, in bounded memory, and tells it. */
@NullMarked
package dev.brummer.runtime.health;

import org.jspecify.annotations.NullMarked;
