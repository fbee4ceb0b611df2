@org.jspecify.annotations.NullMarked
package dev.brummer.runtime.usage;
