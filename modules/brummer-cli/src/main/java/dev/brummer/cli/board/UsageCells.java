package dev.brummer.cli.board;

import dev.brummer.api.UsageView;
import dev.brummer.insight.report.Figures;
import java.util.Optional;

/** What an instance uses, as tables show it: nothing where nothing of it runs, or is known. */
final class UsageCells {
    private UsageCells() {}

    static String pid(Optional<UsageView> usage) {
        return usage.flatMap(UsageView::leader).map(String::valueOf).orElse("");
    }

    static String processor(Optional<UsageView> usage) {
        return usage.flatMap(UsageView::processor).map(Figures::percent).orElse("");
    }

    static String memory(Optional<UsageView> usage) {
        return usage.filter(some -> some.processes() > 0)
                .map(some -> Figures.bytes(some.residentBytes()))
                .orElse("");
    }
}
