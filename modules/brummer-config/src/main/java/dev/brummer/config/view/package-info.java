/**
 * What a loaded project looks like to a person or a tool: the merged model as YAML or JSON with the origin of each
 * value, what differs between two of them, and the format itself as a JSON Schema and as documentation.
 */
@NullMarked
package dev.brummer.config.view;

import org.jspecify.annotations.NullMarked;
