@NullMarked
package dev.brummer.cli.capsule;

import org.jspecify.annotations.NullMarked;
