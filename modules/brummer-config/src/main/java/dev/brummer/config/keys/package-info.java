/** Every key of {@code brummer.yaml}: its name, what it accepts, and what the documentation says of it. */
@NullMarked
package dev.brummer.config.keys;

import org.jspecify.annotations.NullMarked;
