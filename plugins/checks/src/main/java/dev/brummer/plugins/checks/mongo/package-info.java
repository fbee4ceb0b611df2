/** The check {@code mongodb}: the command {@code hello}, in BSON in an OP_MSG, as MongoDB 4.4.2 and later know it. */
@NullMarked
package dev.brummer.plugins.checks.mongo;

import org.jspecify.annotations.NullMarked;
