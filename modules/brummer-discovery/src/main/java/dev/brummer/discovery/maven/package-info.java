/** Maven projects: which of their modules run, and what their people would type for it. */
@NullMarked
package dev.brummer.discovery.maven;

import org.jspecify.annotations.NullMarked;
