/** Procfiles: a name and a command a line, as foreman and its kin read them. */
@NullMarked
package dev.brummer.discovery.procfile;

import org.jspecify.annotations.NullMarked;
