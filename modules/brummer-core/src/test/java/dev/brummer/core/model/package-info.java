@NullMarked
package dev.brummer.core.model;

import org.jspecify.annotations.NullMarked;
