/** What tests of checks stand on: a server whose behaviour a test writes, and a context whose parts it sets. */
@NullMarked
package dev.brummer.plugins.checks.kit;

import org.jspecify.annotations.NullMarked;
