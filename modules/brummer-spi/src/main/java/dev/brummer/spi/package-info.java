/**
 * What a plugin author sees: health checks, output sinks, and the journal entries they read. Depends on the JDK and
 * jspecify alone, so that a plugin needs nothing but this jar.
 */
@NullMarked
package dev.brummer.spi;

import org.jspecify.annotations.NullMarked;
