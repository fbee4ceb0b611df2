@NullMarked
package dev.brummer.discovery.shell;

import org.jspecify.annotations.NullMarked;
