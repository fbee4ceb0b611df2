/** The rules that the modules keep among each other, and in themselves. */
package dev.brummer.it.architecture;
