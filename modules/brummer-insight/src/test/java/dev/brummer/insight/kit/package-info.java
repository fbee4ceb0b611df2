/** What the tests of insight have in common: logs that are written down, and units of them. */
@NullMarked
package dev.brummer.insight.kit;

import org.jspecify.annotations.NullMarked;
