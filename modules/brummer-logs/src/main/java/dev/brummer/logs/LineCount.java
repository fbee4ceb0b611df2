package dev.brummer.logs;

/** Counts lines without reading them. */
final class LineCount implements FrameWalk.Visitor {
    private long count;

    long count() {
        return count;
    }

    @Override
    public FrameWalk.Choice choose(FrameHeader frame, FrameKind kind, Segment segment) {
        count += kind == FrameKind.RECORDS ? frame.records() : 0;
        return FrameWalk.Choice.PASS;
    }

    @Override
    public void take(FrameHeader frame, FrameKind kind, Segment segment) {
        throw new IllegalStateException("nothing is chosen");
    }
}
