/** Journal entries as JSON, one object a line, for programs to read: into a file or on standard output. */
@NullMarked
package dev.brummer.plugins.jsonl;

import org.jspecify.annotations.NullMarked;
