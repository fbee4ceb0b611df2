package dev.brummer.discovery.compose;

import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.Said;

/** Where a service of a Compose file is to run. */
sealed interface Placement {
    /**
     * On this machine, without a container.
     *
     * @param folder the path of its folder, relative to the project's; empty for that one
     * @param whyFolder why it is that one
     * @param command what it runs
     */
    record Here(String folder, String whyFolder, Said command) implements Placement {}

    /** @param why why it cannot run without one */
    record Container(Leftover why) implements Placement {}
}
