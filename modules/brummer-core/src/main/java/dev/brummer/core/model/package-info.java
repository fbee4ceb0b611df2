/**
 * What {@code brummer.yaml} means, as immutable values: a project, its services and stages, and what they wait for. A
 * value that exists is valid on its own; what concerns several values is checked where they meet.
 */
@NullMarked
package dev.brummer.core.model;

import org.jspecify.annotations.NullMarked;
