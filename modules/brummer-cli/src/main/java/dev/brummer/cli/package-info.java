/** Commands, terminal and exit codes: the part of Brummer that a person types to. */
@NullMarked
package dev.brummer.cli;

import org.jspecify.annotations.NullMarked;
