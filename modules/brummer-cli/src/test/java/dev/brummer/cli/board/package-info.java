@org.jspecify.annotations.NullMarked
package dev.brummer.cli.board;
