@NullMarked
package dev.brummer.discovery.engine;

import org.jspecify.annotations.NullMarked;
