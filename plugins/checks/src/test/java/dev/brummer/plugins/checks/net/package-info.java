/** Tests of what checks on sockets share. */
@NullMarked
package dev.brummer.plugins.checks.net;

import org.jspecify.annotations.NullMarked;
