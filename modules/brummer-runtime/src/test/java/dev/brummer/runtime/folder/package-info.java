@NullMarked
package dev.brummer.runtime.folder;

import org.jspecify.annotations.NullMarked;
