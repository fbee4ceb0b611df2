/**
 * Spawning, pipes, signals, process trees and ports. Everything that differs between operating systems is behind
 * {@link dev.brummer.process.Platform}.
 */
@NullMarked
package dev.brummer.process;

import org.jspecify.annotations.NullMarked;
