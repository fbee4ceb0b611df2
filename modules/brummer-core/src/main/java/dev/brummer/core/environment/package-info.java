/**
 * What a run of an instance sees: its environment in layers, its command and its checks' options with every variable
 * and reference replaced. Pure; asked at the start of each run, when the ports are known.
 */
@NullMarked
package dev.brummer.core.environment;

import org.jspecify.annotations.NullMarked;
