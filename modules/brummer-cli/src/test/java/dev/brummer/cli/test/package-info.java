@org.jspecify.annotations.NullMarked
package dev.brummer.cli.test;
