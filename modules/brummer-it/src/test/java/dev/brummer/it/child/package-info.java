/** Programs that the end-to-end tests run as services. */
package dev.brummer.it.child;
