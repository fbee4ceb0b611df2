/** Tells which errors are the same, how often and where they occur, and which of them is the cause of others. */
@NullMarked
package dev.brummer.insight.error;

import org.jspecify.annotations.NullMarked;
