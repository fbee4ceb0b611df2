package dev.brummer.logs;

import org.jspecify.annotations.Nullable;

/** What a frame of a segment holds. The codes are part of the format on disk. */
enum FrameKind {
    /** The first frame of each segment. */
    SEGMENT(1),
    /** Says which stream a number stands for, before its first use in a segment. */
    STREAM(2),
    RECORDS(3),
    STATE(4),
    NOTICE(5),
    GAP(6),
    /** The last frame of a start that ended in order: how. */
    END(7),
    FACTS(8);

    private static final FrameKind[] BY_CODE = {null, SEGMENT, STREAM, RECORDS, STATE, NOTICE, GAP, END, FACTS};

    private final int code;

    FrameKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The kind of that code; null for one that a later version of Brummer wrote. */
    static @Nullable FrameKind of(int code) {
        return code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
