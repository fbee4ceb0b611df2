package dev.brummer.discovery.sketch;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import java.util.Optional;

/** A kind of file that says what a project runs. */
public interface Source {
    /** The name of the file, for messages and for {@code brum init --from}. */
    String file();

    /**
     * Reads what the folder of a request has of it.
     *
     * @param request its {@code named} words are those of the command line, of which some sources make groups
     * @param faults told why a file that is there cannot be read
     * @return empty where there is no such file, or it cannot be read
     */
    Optional<Sketch> read(LoadRequest request, Faults faults);
}
