/**
 * What is different between two readings of a project, service by service and in words, and what of it a running fleet
 * has to be restarted for. Pure.
 */
@NullMarked
package dev.brummer.core.diff;

import org.jspecify.annotations.NullMarked;
