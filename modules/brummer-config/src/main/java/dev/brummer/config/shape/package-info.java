/**
 * What a key accepts: how it is read, how two files' values of it merge, and how the schema and the documentation
 * describe it. One declaration drives all of them, so that they cannot drift apart.
 */
@NullMarked
package dev.brummer.config.shape;

import org.jspecify.annotations.NullMarked;
