package dev.brummer.plugins.parsers;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web servers that tell a port and no URL: Spring Boot's {@code Tomcat started on port 8080 (http) with context path
 * '/shop'}, and Gin's {@code Listening and serving HTTP on :8080}.
 */
final class StartedOnPort {
    private static final Pattern STARTED = Pattern.compile(
            "(?:Tomcat|Jetty|Undertow|Netty) started on ports?(?:\\(s\\))?:? (?=\\d)"
                    + "|started on port\\(s\\):? (?=\\d++ \\()");
    private static final Pattern PORT = Pattern.compile("\\G(?:, )?(\\d{1,5}+)(?: \\((https?+)[^)]{0,40}\\))?");
    private static final Pattern CONTEXT = Pattern.compile(" with context path '(/[\\w./-]{1,100}+)'");
    private static final Pattern GIN = Pattern.compile("Listening and serving (HTTPS?+) on :(\\d{1,5}+)\\s*+$");

    private StartedOnPort() {}

    static void urls(String said, Consumer<String> found) {
        int begin = Head.end(said);
        Matcher gin = GIN.matcher(said).region(begin, said.length());
        Matcher started = STARTED.matcher(said).region(begin, said.length());
        if (gin.lookingAt()) {
            found.accept((gin.group(1).equals("HTTPS") ? "https" : "http") + "://localhost:" + gin.group(2));
        } else if (started.lookingAt()) {
            ports(said, started.end(), found);
        }
    }

    private static void ports(String said, int from, Consumer<String> found) {
        Matcher context = CONTEXT.matcher(said);
        String path = context.find(from) ? context.group(1) : "";
        String root = path.equals("/") ? "" : path;
        Matcher port = PORT.matcher(said).region(from, said.length());
        while (port.find()) {
            String scheme = port.group(2) == null ? "http" : port.group(2);
            found.accept(scheme + "://localhost:" + port.group(1) + root);
        }
    }
}
