/** Completion in shells: what can stand where, and the scripts that tell bash, zsh and fish. */
@NullMarked
package dev.brummer.cli.shell;

import org.jspecify.annotations.NullMarked;
