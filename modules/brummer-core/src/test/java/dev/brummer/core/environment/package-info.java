@NullMarked
package dev.brummer.core.environment;

import org.jspecify.annotations.NullMarked;
