/**
 * What Brummer does on its side of the SPI, where the test kit for plugins does the same by calling it: options get
 * their types here, and lines meet needles. It may change with any version; a plugin does not see it.
 */
@NullMarked
package dev.brummer.spi.host;

import org.jspecify.annotations.NullMarked;
