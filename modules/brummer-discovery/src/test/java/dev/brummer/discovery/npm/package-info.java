@NullMarked
package dev.brummer.discovery.npm;

import org.jspecify.annotations.NullMarked;
