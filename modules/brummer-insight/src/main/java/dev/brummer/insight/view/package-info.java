/**
 * What a person would piece together from facts: which breakers are open, who uses up a limit, how requests do, where
 * messages pile up. A view takes facts one by one, in bounded memory, and gives reports; it does no I/O and reads no
 * clock.
 */
@NullMarked
package dev.brummer.insight.view;

import org.jspecify.annotations.NullMarked;
