package dev.brummer.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What one look found of runs whose leader is gone. Both lists come of the same look: a leader that ends between two would
 * else seem to have left others behind.
 *
 * @param gone nothing is left of them
 * @param leftBehind others of them are still there; told once
 */
record RollCall(List<Run> gone, List<Run> leftBehind) {
    static final RollCall OF_NOBODY = new RollCall(List.of(), List.of());

    /** @param runs their members are those that the look has found */
    static RollCall of(Collection<Run> runs) {
        List<Run> gone = new ArrayList<>();
        List<Run> left = new ArrayList<>();
        for (Run run : runs) {
            if (run.exit().isEmpty()) {
                continue;
            }
            if (run.members().isEmpty()) {
                gone.add(run);
            } else if (!run.exitTold()) {
                run.tellExit();
                left.add(run);
            }
        }
        return new RollCall(gone, left);
    }
}
