/**
 * The one query language of the command line, the prompt and other clients: what was typed becomes terms, and terms
 * become something that tells quickly which units of the journal are meant.
 */
@NullMarked
package dev.brummer.logs.query;

import org.jspecify.annotations.NullMarked;
