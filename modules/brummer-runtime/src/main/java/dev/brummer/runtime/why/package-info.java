/** Finds out why a service is as it is: what is known is put together here, and the chain of causes is decided purely. */
@NullMarked
package dev.brummer.runtime.why;

import org.jspecify.annotations.NullMarked;
