/** Watches the files of services. Nothing of it is loaded before a service that asks for it has been ready. */
@NullMarked
package dev.brummer.runtime.watch;

import org.jspecify.annotations.NullMarked;
