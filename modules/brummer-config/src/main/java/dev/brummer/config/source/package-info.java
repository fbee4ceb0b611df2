/**
 * Text of the user's, places in it, and what there is to say about them: diagnostics with their code frames, in plain
 * text and in colour.
 */
@NullMarked
package dev.brummer.config.source;

import org.jspecify.annotations.NullMarked;
