@NullMarked
package dev.brummer.runtime;

import org.jspecify.annotations.NullMarked;
