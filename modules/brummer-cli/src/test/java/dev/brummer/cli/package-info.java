/** What commands print. */
@org.jspecify.annotations.NullMarked
package dev.brummer.cli;
