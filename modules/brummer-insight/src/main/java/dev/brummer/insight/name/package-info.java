/**
 * Finds the service that a name stands for, as people call it: by folder, package, alias, or the name in its own lines.
 */
@NullMarked
package dev.brummer.insight.name;

import org.jspecify.annotations.NullMarked;
