/** {@code package.json}: its scripts as services, groups and stages, and whatever of its package manager has a say in that. */
@NullMarked
package dev.brummer.discovery.npm;

import org.jspecify.annotations.NullMarked;
