package dev.brummer.cli.capsule;

import java.util.Arrays;
import java.util.Optional;

/** What a capsule holds, in the order in which one reads it. */
public enum Part {
    README("README.txt", "what is in here"),
    REPORT("report.txt", "the outcome, where each service was, what caused it, which errors were logged"),
    LOG("log.txt", "the last lines of every service between the states it went through"),
    ENTRIES("entries.jsonl", "the same for programs, one object a line"),
    OUTCOME("outcome.json", "the outcome for programs"),
    SERVICES("services.json", "where each service was and why, with its ports and what it used"),
    HEALTH("health.json", "what the checks of each service had said"),
    CAUSES("causes.json", "why services were not what they should be"),
    ERRORS("errors.json", "errors that were logged, each once, causes before consequences"),
    PORTS("ports.json", "who listened on the ports that services claim"),
    CONFIG("config.yaml", "the configuration as it was merged, without secrets"),
    VERSIONS("versions.json", "versions of Brummer, its plugins, the system, and programs that services run");

    private final String file;
    private final String holds;

    Part(String file, String holds) {
        this.file = file;
        this.holds = holds;
    }

    /** The name that it has in the capsule. */
    public String file() {
        return file;
    }

    /** Whether it is JSON, one value or one a line. */
    boolean isJson() {
        return file.endsWith(".json") || file.endsWith(".jsonl");
    }

    /** What it is, in half a sentence. */
    public String holds() {
        return holds;
    }

    /** The part of that name. */
    public static Optional<Part> called(String file) {
        return Arrays.stream(values()).filter(part -> part.file.equals(file)).findFirst();
    }
}
