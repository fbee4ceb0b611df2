package dev.brummer.discovery;

import dev.brummer.discovery.draft.DraftText;
import dev.brummer.discovery.draft.Lasting;
import dev.brummer.discovery.draft.Masked;
import dev.brummer.discovery.draft.StageProposal;
import dev.brummer.discovery.sketch.Agreement;
import dev.brummer.discovery.sketch.Sketch;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@code brummer.yaml} for a folder that has none. Immutable.
 *
 * @param sketch what it says
 * @param files what it was made from
 * @param text as it is to be written
 * @param shown the same without what looks like a secret
 */
public record Proposal(Sketch sketch, List<String> files, String text, String shown) {
    private static final String STARTER = """
            # What 'brum up' starts. Nothing was found here that could be run, so this is only a beginning.
            # 'brum doctor' checks what services need; 'brum help' tells the rest.

            services:
              hello:
                type: task                          # expected to finish; leave this line out for what goes on running
                command: echo "write what is to be run into brummer.yaml"
            #  web:
            #    working_dir: services/web          # relative to this folder
            #    command: npm run dev
            #    ports: [3000]                      # ready once it listens there
            #    healthcheck: {http: /health}       # or once this is answered
            #    depends_on: [hello]
            """;

    public Proposal {
        files = List.copyOf(files);
    }

    /** @param folder the project's */
    static Proposal of(Sketch found, List<String> files, Path folder) {
        Sketch sketch = StageProposal.of(Lasting.of(Agreement.of(found), folder));
        boolean proposed = !sketch.stages().equals(found.stages());
        String from = String.join(" and ", files);
        List<String> head = List.of(
                "What 'brum up' starts. Written by 'brum init' from " + from + "; change it as you like.",
                "'brum config' shows what it means, 'brum doctor' what a start would lack.");
        String why = proposed ? StageProposal.WHY : "";
        return new Proposal(
                sketch, files, DraftText.of(sketch, head, why), DraftText.of(Masked.of(sketch), head, why));
    }

    /** The text for a folder in which nothing was found. */
    public static String starter() {
        return STARTER;
    }
}
