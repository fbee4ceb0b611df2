@NullMarked
package dev.brummer.config.view;

import org.jspecify.annotations.NullMarked;
