/**
 * Tells which lines belong to the line before: stack traces of Java, Node, Python and Go, as their runtimes and common
 * loggers print them. Runs over every line, so that ordinary ones cost a look at their first bytes.
 */
@NullMarked
package dev.brummer.insight.trace;

import org.jspecify.annotations.NullMarked;
