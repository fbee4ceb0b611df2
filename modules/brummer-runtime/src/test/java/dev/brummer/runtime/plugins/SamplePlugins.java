package dev.brummer.runtime.plugins;

import dev.brummer.core.TestingJar;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.OutputSinkFactory;

/** Plugins that tests drop in. */
public final class SamplePlugins {
    private SamplePlugins() {}

    /** A jar with the class {@code acme.Acme}, which is named as a check; its body is what comes behind the brace. */
    public static TestingJar checkOf(String source) {
        return new TestingJar().source("acme.Acme", source).service(HealthCheckFactory.class, "acme.Acme");
    }

    /** A check that answers with an expression. */
    public static TestingJar check(String id, String answer) {
        return checkOf(checkSource(id, "", "java.util.List.of()", answer));
    }

    /**
     * @param members further members of the factory
     * @param options an expression for its options
     * @param answer an expression for what the check answers
     */
    public static String checkSource(String id, String members, String options, String answer) {
        return """
                package acme;

                import dev.brummer.spi.*;
                import java.util.List;

                public class Acme implements HealthCheckFactory {
                    %s
                    public String id() { return "%s"; }
                    public String description() { return "Asks Acme."; }
                    public List<OptionSpec> options() { return %s; }
                    public String scalarOption() { return ""; }
                    public HealthCheck create(Options options) {
                        return context -> %s;
                    }
                }
                """.formatted(members, id, options, answer);
    }

    /** A jar with a sink that does nothing. */
    public static TestingJar sink(String id) {
        return new TestingJar().source("acme.Drain", """
                package acme;

                import dev.brummer.spi.*;
                import java.util.List;

                public class Drain implements OutputSinkFactory {
                    public String id() { return "%s"; }
                    public String description() { return "Takes everything."; }
                    public List<OptionSpec> options() { return List.of(); }
                    public OutputSink create(Options options, SinkContext context) {
                        return new OutputSink() {
                            public void accept(List<JournalEntry> entries) {}
                            public void flush() {}
                            public void close() {}
                        };
                    }
                }
                """.formatted(id)).service(OutputSinkFactory.class, "acme.Drain");
    }
}
