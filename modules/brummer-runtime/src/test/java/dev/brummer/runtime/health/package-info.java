@org.jspecify.annotations.NullMarked
package dev.brummer.runtime.health;
