/**
 * Finds text in bytes as children wrote them, many gigabytes of them: without making strings, and without stumbling
 * over the escape sequences between the letters.
 */
@NullMarked
package dev.brummer.logs.scan;

import org.jspecify.annotations.NullMarked;
