/**
 * Finds plugins, the bundled ones and jars that were dropped in, each in a class loader of its own, and calls into
 * their code so that what is wrong with one is told once and harms nothing else.
 */
@NullMarked
package dev.brummer.runtime.plugins;

import org.jspecify.annotations.NullMarked;
