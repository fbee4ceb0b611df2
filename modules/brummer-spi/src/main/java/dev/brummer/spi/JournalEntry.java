package dev.brummer.spi;

import java.time.Instant;

/**
 * One thing the journal holds. Entries come in the order of their sequence numbers, which count every record, fact,
 * state change, notice and gap of one start of Brummer without holes.
 */
public sealed interface JournalEntry permits LogBatch, FactBatch, StateChange, Notice, Gap {
    /** The sequence number of this entry, or of the first record or fact of a batch; from 1. */
    long sequence();

    /** When Brummer saw it, to the microsecond. */
    Instant time();
}
