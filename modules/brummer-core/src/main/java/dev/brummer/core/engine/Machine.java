package dev.brummer.core.engine;

/**
 * What runs share.
 *
 * @param cores how many processors they may use
 * @param memoryBytes how much memory there is
 */
public record Machine(int cores, long memoryBytes) {}
