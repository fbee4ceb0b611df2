/** The prompt, typed at from scripts. */
@org.jspecify.annotations.NullMarked
package dev.brummer.cli.prompt;
