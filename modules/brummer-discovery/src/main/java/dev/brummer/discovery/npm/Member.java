package dev.brummer.discovery.npm;

import dev.brummer.spi.ServiceId;
import java.util.List;

/** Something that a script calls, as what became of it. */
sealed interface Member {
    record Service(ServiceId id) implements Member {}

    /** A script that stands for others. */
    record Group(String script) implements Member {}

    /** Several, phase by phase, that stand in the script itself. */
    record Nested(List<List<Member>> phases) implements Member {}
}
