package dev.brummer.it.kit;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nobody uses. */
public final class Ports {
    // Below the ports that systems give to outgoing connections, so that none of those takes one in the meantime.
    private static final int LOWEST = 15_000;
    private static final int BEYOND = 32_000;

    private Ports() {}

    /** One port. */
    public static int free() {
        return free(1).getFirst();
    }

    /** Several, all different. */
    public static List<Integer> free(int count) {
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < count) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(port)) {
                ports.add(port);
            }
        }
        return new ArrayList<>(ports);
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
