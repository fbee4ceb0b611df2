/** Files of other tools: their YAML, which nobody here has declared the shape of, and single values in it. */
@NullMarked
package dev.brummer.discovery.foreign;

import org.jspecify.annotations.NullMarked;
