/** The port through which a fleet's runs are started and ended, whatever they run in. */
@NullMarked
package dev.brummer.core.engine;

import org.jspecify.annotations.NullMarked;
