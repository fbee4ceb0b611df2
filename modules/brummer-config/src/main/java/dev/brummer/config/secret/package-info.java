/**
 * What must not be read over a shoulder, in a CI log or in a file that is passed on: which values are secret, by their
 * names and by the files they come from, and how they are taken out of trees and texts.
 */
@NullMarked
package dev.brummer.config.secret;

import org.jspecify.annotations.NullMarked;
