@NullMarked
package dev.brummer.core.graph;

import org.jspecify.annotations.NullMarked;
