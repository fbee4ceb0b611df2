@NullMarked
package dev.brummer.config.source;

import org.jspecify.annotations.NullMarked;
