package dev.brummer.insight.fact;

import dev.brummer.spi.LogParser;
import java.util.function.Supplier;

/**
 * A kind of parser, its options filled in.
 *
 * @param id the plugin's id
 * @param maker makes one for an instance; what it throws is the plugin's fault
 */
public record ParserKind(String id, Supplier<LogParser> maker) {}
