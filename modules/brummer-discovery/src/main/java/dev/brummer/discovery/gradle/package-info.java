/** Gradle projects: which of their modules run, as far as that is plain from their build files, which are programs. */
@NullMarked
package dev.brummer.discovery.gradle;

import org.jspecify.annotations.NullMarked;
