@NullMarked
package dev.brummer.discovery.json;

import org.jspecify.annotations.NullMarked;
