/** What people call things, and what they probably meant. Pure values. */
@NullMarked
package dev.brummer.core.naming;

import org.jspecify.annotations.NullMarked;
