/** The real launcher with real processes, seen from outside. */
package dev.brummer.it;
