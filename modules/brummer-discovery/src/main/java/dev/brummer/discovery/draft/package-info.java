/** A sketch as the text of a {@code brummer.yaml} that a person would like to own, and how a project gets one. */
@NullMarked
package dev.brummer.discovery.draft;

import org.jspecify.annotations.NullMarked;
