@NullMarked
package dev.brummer.core.timing;

import org.jspecify.annotations.NullMarked;
