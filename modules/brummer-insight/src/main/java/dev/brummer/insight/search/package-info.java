/** Finds units in a journal, as quickly as their number and a query allow. */
@NullMarked
package dev.brummer.insight.search;

import org.jspecify.annotations.NullMarked;
