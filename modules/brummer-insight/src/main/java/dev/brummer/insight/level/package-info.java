/**
 * How grave a log line says it is. Looks at the places where loggers put levels, never for a mere substring, and works
 * on the bytes as the child wrote them.
 */
@NullMarked
package dev.brummer.insight.level;

import org.jspecify.annotations.NullMarked;
