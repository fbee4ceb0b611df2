/**
 * What the author of a plugin tests it with: journals that a test writes down, parsers that are asked as Brummer asks
 * them, contexts for checks and sinks, and contracts that say what is wrong with a plugin. Needs no test framework.
 */
@NullMarked
package dev.brummer.testing;

import org.jspecify.annotations.NullMarked;
