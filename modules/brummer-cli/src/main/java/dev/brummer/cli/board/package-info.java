/** What a running fleet looks like to a person: each class writes one kind of report. */
@NullMarked
package dev.brummer.cli.board;

import org.jspecify.annotations.NullMarked;
