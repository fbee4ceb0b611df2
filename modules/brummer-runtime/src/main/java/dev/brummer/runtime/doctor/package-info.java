/** Looks, before anything is started, for what would make a start fail, and says what to do about it. */
@NullMarked
package dev.brummer.runtime.doctor;

import org.jspecify.annotations.NullMarked;
