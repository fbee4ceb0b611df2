/**
 * What a client of a fleet sees: a session, and values that describe the fleet. The same in the process that supervises
 * it and from elsewhere.
 */
@NullMarked
package dev.brummer.api;

import org.jspecify.annotations.NullMarked;
