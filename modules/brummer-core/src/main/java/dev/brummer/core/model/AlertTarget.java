package dev.brummer.core.model;

/** Who is told of an alert. */
public sealed interface AlertTarget {
    /** In a word or two for a person. */
    String words();

    /** Whoever reads the stream. */
    record Stream() implements AlertTarget {
        @Override
        public String words() {
            return "stream";
        }
    }

    /** Whoever sits at the desktop of this machine. */
    record Desktop() implements AlertTarget {
        @Override
        public String words() {
            return "desktop";
        }
    }

    /** A command, run in the project's folder. */
    record Run(Command command) implements AlertTarget {
        @Override
        public String words() {
            return "command";
        }
    }

    /**
     * An address that is posted to.
     *
     * @param sink of the kind that posts, with its options
     */
    record Post(PluginUse sink) implements AlertTarget {
        @Override
        public String words() {
            return sink.kind();
        }
    }
}
