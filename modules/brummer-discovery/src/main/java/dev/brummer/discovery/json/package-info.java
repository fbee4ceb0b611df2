/**
 * JSON as people write it, with comments and commas too many, as the trees that YAML becomes: each part knows where it
 * stands. Limits on size and depth hold before anything recursive sees the text.
 */
@NullMarked
package dev.brummer.discovery.json;

import org.jspecify.annotations.NullMarked;
