package dev.brummer.logs.query;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StreamName;

/** A stream of a run, as a place to look for lines in. */
record Origin(InstanceId instance, int run, StreamName stream) {}
