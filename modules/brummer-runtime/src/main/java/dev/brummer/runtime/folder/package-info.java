/** The folder {@code .brummer} of a project, of which one process at a time is the owner. */
@NullMarked
package dev.brummer.runtime.folder;

import org.jspecify.annotations.NullMarked;
