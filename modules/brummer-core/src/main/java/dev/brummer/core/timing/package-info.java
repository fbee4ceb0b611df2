/** How long what took: the critical path of a start. Pure values. */
@NullMarked
package dev.brummer.core.timing;

import org.jspecify.annotations.NullMarked;
