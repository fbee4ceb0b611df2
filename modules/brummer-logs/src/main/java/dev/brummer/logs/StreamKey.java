package dev.brummer.logs;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StreamName;

/** Whose records a stream's are. */
record StreamKey(InstanceId instance, int run, StreamName stream) {}
