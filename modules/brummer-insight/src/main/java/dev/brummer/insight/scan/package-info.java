/**
 * Steps over the bytes of log lines: words, escape sequences, members of JSON objects, and names of what was thrown.
 * What the finders of levels, traces and ids have in common.
 */
@NullMarked
package dev.brummer.insight.scan;

import org.jspecify.annotations.NullMarked;
