/**
 * What happens to a fleet, decided purely: {@link dev.brummer.core.supervision.Supervisor} takes a fleet and an event and
 * gives the next fleet and what is to be done. No I/O, no threads, no clock: time comes with the event.
 */
@NullMarked
package dev.brummer.core.supervision;

import org.jspecify.annotations.NullMarked;
