/** The kit of the end-to-end tests: a folder, the real launcher, and the proof that nothing is left behind. */
package dev.brummer.it.kit;
