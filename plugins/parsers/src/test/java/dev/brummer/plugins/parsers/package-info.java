/** Tests of the bundled log parsers, and the small kit they need. */
@NullMarked
package dev.brummer.plugins.parsers;

import org.jspecify.annotations.NullMarked;
