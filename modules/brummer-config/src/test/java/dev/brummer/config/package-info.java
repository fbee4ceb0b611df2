@NullMarked
package dev.brummer.config;

import org.jspecify.annotations.NullMarked;
