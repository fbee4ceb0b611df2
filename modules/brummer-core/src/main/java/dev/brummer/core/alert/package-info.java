/** Decides which alerts begin and which are over, by what a fleet is at one moment after the other. */
@NullMarked
package dev.brummer.core.alert;

import org.jspecify.annotations.NullMarked;
