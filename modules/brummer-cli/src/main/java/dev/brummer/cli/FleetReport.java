package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.insight.report.Page;
import java.util.List;
import java.util.function.Function;

/** A report of a fleet that runs: the same on the command line and at the prompt. */
@FunctionalInterface
interface FleetReport {
    /** @param words the services it is to be about; none for all */
    Content<?> of(Session session, List<String> words) throws SessionException;

    /**
     * What there is to tell.
     *
     * @param view what a program is told
     * @param fleet the services that may be named
     * @param text what a person is told
     */
    record Content<V>(V view, FleetView fleet, Function<Page, String> text) {}
}
