/** Journal entries as JSON objects, the same for every sink that writes JSON. */
@NullMarked
package dev.brummer.plugins.json;

import org.jspecify.annotations.NullMarked;
