/**
 * The bundled log parsers: each knows the lines in which programs tell one kind of thing, and says it as a fact. They
 * see the SPI and the JDK alone.
 */
@NullMarked
package dev.brummer.plugins.parsers;

import org.jspecify.annotations.NullMarked;
