package dev.brummer.logs;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Readers that wait for more. While none does, appending costs one volatile read. */
final class Waiters {
    private final AtomicReference<@Nullable Waiter> top = new AtomicReference<>();

    /** One reader, which may wait again and again. */
    static final class Waiter {
        private final AtomicBoolean enlisted = new AtomicBoolean();
        private volatile @Nullable Thread thread;
        private @Nullable Waiter below;

        /** Whether nobody has woken it since it was enlisted; the next who does will unpark it. */
        boolean isEnlisted() {
            return enlisted.get();
        }
    }

    /** To be woken once. The reader looks again for what it waits for before it parks. */
    void enlist(Waiter waiter) {
        waiter.thread = Thread.currentThread();
        if (!waiter.enlisted.compareAndSet(false, true)) {
            return;
        }
        Waiter head;
        do {
            head = top.get();
            waiter.below = head;
        } while (!top.compareAndSet(head, waiter));
    }

    /** Wakes all. */
    void wake() {
        if (top.get() == null) {
            return;
        }
        Waiter waiter = top.getAndSet(null);
        while (waiter != null) {
            Waiter below = waiter.below;
            waiter.below = null;
            waiter.enlisted.set(false);
            LockSupport.unpark(waiter.thread);
            waiter = below;
        }
    }
}
