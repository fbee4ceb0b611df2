/**
 * Finds facts in lines: one pass over a batch picks the lines that hold a needle of some parser, and only these are shown
 * to it. What a parser does wrong stays its own trouble.
 */
@NullMarked
package dev.brummer.insight.fact;

import org.jspecify.annotations.NullMarked;
