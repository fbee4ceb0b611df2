/**
 * The log path: takes what children write as bytes, finds line ends, and keeps every record, state change, notice and
 * gap in one ordered store on disk that views read by cursor.
 */
@NullMarked
package dev.brummer.logs;

import org.jspecify.annotations.NullMarked;
