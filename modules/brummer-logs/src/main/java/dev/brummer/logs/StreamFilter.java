package dev.brummer.logs;

import dev.brummer.spi.InstanceId;
import org.jspecify.annotations.Nullable;

/** Which entries a cursor returns. */
sealed interface StreamFilter {
    /** All of them, and gaps for what is missing. */
    StreamFilter ALL = new All();

    /** Records alone. */
    StreamFilter LINES = new Lines();

    /** Facts, and gaps as they were stored. */
    StreamFilter FACTS = new Facts();

    /** Whatever is no record, and gaps as they were stored. */
    StreamFilter EVENTS = new Events();

    /** State changes. */
    StreamFilter STATES = new States();

    /** The records of one run. */
    static StreamFilter of(InstanceId instance, int run) {
        return new Run(instance, run);
    }

    /** Whether a frame is returned. */
    boolean takes(FrameKind kind, @Nullable StreamKey key);

    /** Whether all are. */
    default boolean isAll() {
        return this == ALL;
    }

    /** Whether most frames are passed over, so that it is better to read their headers alone. */
    default boolean isSparse() {
        return !isAll();
    }

    /** Everything. */
    record All() implements StreamFilter {
        @Override
        public boolean takes(FrameKind kind, @Nullable StreamKey key) {
            return true;
        }
    }

    /** Nothing but records. */
    record Lines() implements StreamFilter {
        @Override
        public boolean takes(FrameKind kind, @Nullable StreamKey key) {
            return kind == FrameKind.RECORDS;
        }

        @Override
        public boolean isSparse() {
            return false;
        }
    }

    /** No records. */
    record Facts() implements StreamFilter {
        @Override
        public boolean takes(FrameKind kind, @Nullable StreamKey key) {
            return kind == FrameKind.FACTS || kind == FrameKind.GAP;
        }
    }

    /** No records either, and all that was said and that changed. */
    record Events() implements StreamFilter {
        @Override
        public boolean takes(FrameKind kind, @Nullable StreamKey key) {
            return switch (kind) {
                case STATE, NOTICE, FACTS, GAP -> true;
                case RECORDS, SEGMENT, STREAM, END -> false;
            };
        }
    }

    /** Neither records nor facts. */
    record States() implements StreamFilter {
        @Override
        public boolean takes(FrameKind kind, @Nullable StreamKey key) {
            return kind == FrameKind.STATE;
        }
    }

    /** Nothing but the records of one run. */
    record Run(InstanceId instance, int run) implements StreamFilter {
        @Override
        public boolean takes(FrameKind kind, @Nullable StreamKey key) {
            return key != null && key.run() == run && key.instance().equals(instance);
        }
    }
}
