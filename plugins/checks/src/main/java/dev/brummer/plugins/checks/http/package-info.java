/** The check {@code http}, what it reads out of JSON bodies, and a single GET for other checks. */
@NullMarked
package dev.brummer.plugins.checks.http;

import org.jspecify.annotations.NullMarked;
