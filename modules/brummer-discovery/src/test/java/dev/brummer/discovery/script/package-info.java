@NullMarked
package dev.brummer.discovery.script;

import org.jspecify.annotations.NullMarked;
