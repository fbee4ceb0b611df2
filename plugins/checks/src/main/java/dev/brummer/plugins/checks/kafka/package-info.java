/** The check {@code kafka}: an ApiVersions request, which every broker answers before anything else. */
@NullMarked
package dev.brummer.plugins.checks.kafka;

import org.jspecify.annotations.NullMarked;
