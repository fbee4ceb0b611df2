/**
 * The text of a script as a shell would cut it: steps, what joins them, words and their quotes. Nothing here runs anything
 * or guesses; what it does not understand it says nothing about.
 */
@NullMarked
package dev.brummer.discovery.shell;

import org.jspecify.annotations.NullMarked;
