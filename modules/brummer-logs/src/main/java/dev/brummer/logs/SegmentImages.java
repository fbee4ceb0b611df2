package dev.brummer.logs;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Images that have been used and can be used again. Safe for use by several threads. */
final class SegmentImages {
    private final ConcurrentLinkedDeque<SegmentImage> idle = new ConcurrentLinkedDeque<>();

    /** What somebody does with an image while it is his. */
    @FunctionalInterface
    interface Look<T> {
        T at(SegmentImage image) throws IOException;
    }

    /**
     * Opens a segment, up to the entry {@code before}, and looks at it. Where its file goes meanwhile, it is looked at
     * again, and there is nothing in it.
     */
    <T> T with(Segment segment, long before, Look<T> look) throws IOException {
        SegmentImage known = idle.poll();
        SegmentImage image = known != null ? known : new SegmentImage();
        try {
            image.open(segment, before);
            return look.at(image);
        } catch (NoSuchFileException e) {
            // By this process or another: what it held is no longer kept.
            segment.remove();
            image.open(segment, before);
            return look.at(image);
        } finally {
            idle.push(image);
        }
    }
}
