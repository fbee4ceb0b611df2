/** Tests of the check for MongoDB against a scripted server. */
@NullMarked
package dev.brummer.plugins.checks.mongo;

import org.jspecify.annotations.NullMarked;
