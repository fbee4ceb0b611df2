package dev.brummer.insight.report;

/** How text is made to stand out. What is returned may hold escape sequences that take no room. */
public interface Paint {
    /** Leaves everything as it is. */
    Paint NONE = new Paint() {
        @Override
        public String styled(Style style, String text) {
            return text;
        }

        @Override
        public String service(String name, String text) {
            return text;
        }

        @Override
        public String link(String uri, String text) {
            return text;
        }
    };

    /** What a text is to a reader. */
    enum Style {
        /** What to read first. */
        STRONG,
        /** What to read last. */
        QUIET,
        ERROR,
        WARNING
    }

    String styled(Style style, String text);

    /** In the colour of that service, wherever it appears. */
    String service(String name, String text);

    /** As a link of a terminal to {@code uri}, which holds printable ASCII alone. */
    String link(String uri, String text);
}
