/** What came of a test that ran against services: an exit code, words, and reports for others. Decides and acts on nothing. */
@NullMarked
package dev.brummer.cli.test;

import org.jspecify.annotations.NullMarked;
