/** Files that sinks append whole lines to, and that give way to a new one when they have grown to their size. */
@NullMarked
package dev.brummer.plugins.files;

import org.jspecify.annotations.NullMarked;
