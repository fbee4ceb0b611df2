/** What a message about something that was typed needs: the line with a place in it, and what was probably meant. */
@NullMarked
package dev.brummer.core.text;

import org.jspecify.annotations.NullMarked;
