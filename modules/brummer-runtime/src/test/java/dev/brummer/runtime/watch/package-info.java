/** When watches act, and on what. */
@org.jspecify.annotations.NullMarked
package dev.brummer.runtime.watch;
