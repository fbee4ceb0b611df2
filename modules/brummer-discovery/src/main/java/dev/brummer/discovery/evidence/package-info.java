/**
 * What the files of a service say of the port it listens on and the route that tells whether it is well: in scripts, in
 * variables, in the source that its command runs. Only what stands there plainly counts, and no two things that
 * disagree.
 */
@NullMarked
package dev.brummer.discovery.evidence;

import org.jspecify.annotations.NullMarked;
