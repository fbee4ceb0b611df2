/** What earlier starts of Brummer, and the one that runs right now in another process, have left in a folder's journal. */
@NullMarked
package dev.brummer.runtime.history;

import org.jspecify.annotations.NullMarked;
