/** Tests of the files. */
@NullMarked
package dev.brummer.plugins.files;

import org.jspecify.annotations.NullMarked;
