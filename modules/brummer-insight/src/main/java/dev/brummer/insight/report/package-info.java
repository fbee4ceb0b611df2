/**
 * Writes down traced requests and errors: for a terminal, as Markdown for an issue, and as fields for JSON. Does no
 * output, and leaves colours and links to whoever does.
 */
@NullMarked
package dev.brummer.insight.report;

import org.jspecify.annotations.NullMarked;
