/** The contracts as JUnit 5 tests that a test class inherits. Needs junit-jupiter-api, which nothing else here does. */
@NullMarked
package dev.brummer.testing.junit;

import org.jspecify.annotations.NullMarked;
