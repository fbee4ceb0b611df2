@NullMarked
package dev.brummer.core.alert;

import org.jspecify.annotations.NullMarked;
