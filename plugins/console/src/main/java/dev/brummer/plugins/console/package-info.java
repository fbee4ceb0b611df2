/**
 * The coloured console: the output of all services in one stream, each line with its service's name, and what Brummer
 * has to say between them; the same in files, without colours. Lines stay bytes from the journal to the terminal.
 */
@NullMarked
package dev.brummer.plugins.console;

import org.jspecify.annotations.NullMarked;
