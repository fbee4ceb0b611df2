/** Tests of the check postgres against a scripted server. */
@NullMarked
package dev.brummer.plugins.checks.postgres;

import org.jspecify.annotations.NullMarked;
