@NullMarked
package dev.brummer.config.secret;

import org.jspecify.annotations.NullMarked;
