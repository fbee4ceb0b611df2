/** Crash capsules: what there is to know of a test that failed, in one file to keep, to send, and to read elsewhere. */
@NullMarked
package dev.brummer.cli.capsule;

import org.jspecify.annotations.NullMarked;
