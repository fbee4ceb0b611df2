/**
 * What a script of a {@code package.json} means: that it calls other scripts, starts containers in the background, or runs
 * a program, here or elsewhere. What it does not say plainly makes it a program, which a shell and the tools that it names
 * understand.
 */
@NullMarked
package dev.brummer.discovery.script;

import org.jspecify.annotations.NullMarked;
