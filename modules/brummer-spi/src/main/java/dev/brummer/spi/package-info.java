/**
 * What a plugin author sees: health checks, log parsers, output sinks, and the lines, facts and other
 * entries they read or write. Depends on the JDK and jspecify alone, so that a plugin needs nothing but this jar.
 */
@NullMarked
package dev.brummer.spi;

import org.jspecify.annotations.NullMarked;
