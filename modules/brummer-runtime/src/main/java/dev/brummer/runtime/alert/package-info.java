/** What alerts go by, what is remembered of them, and how they are told; decided is elsewhere. */
@NullMarked
package dev.brummer.runtime.alert;

import org.jspecify.annotations.NullMarked;
