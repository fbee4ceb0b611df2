/** Tests of the check redis against a scripted server. */
@NullMarked
package dev.brummer.plugins.checks.redis;

import org.jspecify.annotations.NullMarked;
