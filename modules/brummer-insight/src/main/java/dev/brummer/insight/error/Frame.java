package dev.brummer.insight.error;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call in a stack trace.
 *
 * @param function what was running
 * @param file its file as the trace names it; empty where it names none
 * @param line its line there; empty where the trace does not say
 * @param own whether it is the project's own code rather than a runtime's or a library's
 */
record Frame(String function, String file, String line, boolean own) {
    private static final int LONGEST = 1000;
    private static final Pattern JVM =
            Pattern.compile("^\\s*at (?:[\\w.@-]*+/)*([\\w$.<>]+)\\.([\\w$<>]+)\\(([^():]*):?(\\d*)\\).*");
    private static final Pattern DOT_NET =
            Pattern.compile("^\\s*at ([\\w.`<>\\[\\],+]+)\\(.*\\)(?: in (.+):line (\\d+))?\\s*");
    private static final Pattern NODE =
            Pattern.compile("^\\s*at (?:async )?(?:(.+?) )?\\(?((?:[a-z-]+:|/|[A-Za-z]:\\\\|\\.)[^()]*?)"
                    + ":(\\d+):\\d+\\)?(?: \\{|,)?\\s*");
    private static final Pattern PYTHON = Pattern.compile("^[\\s|]*File \"(.+)\", line (\\d+)(?:, in (.+))?");
    private static final Pattern GO_FILE = Pattern.compile("^\\t(\\S.*\\.(?:go|s)):(\\d+).*");
    private static final Pattern GO_CALL =
            Pattern.compile("^(?:created by )?(\\S.*?)(?:\\([^()]*\\))?(?: in goroutine \\d+)?\\s*");

    private static final List<String> JVM_LIBRARIES = List.of(
            "java.", "javax.", "jdk.", "sun.", "com.sun.", "jakarta.", "kotlin.", "scala.", "groovy.", "reactor.",
            "org.springframework.", "org.apache.", "org.hibernate.", "org.eclipse.", "org.jboss.", "org.junit.",
            "org.slf4j.", "org.postgresql.", "org.h2.", "io.netty.", "io.micrometer.", "io.quarkus.", "io.vertx.",
            "io.grpc.", "io.lettuce.", "io.undertow.", "io.micronaut.", "feign.", "okhttp3.", "retrofit2.", "akka.",
            "com.fasterxml.", "com.zaxxer.", "com.google.", "com.mysql.", "com.mongodb.", "com.rabbitmq.",
            "com.netflix.", "rx.", "ch.qos.", "net.bytebuddy.", "redis.", "software.amazon.", "System.", "Microsoft.");
    private static final Pattern OTHERS_FILE = Pattern.compile(
            "^node:|^internal/|(?:^|[/\\\\])node_modules[/\\\\]"
                    + "|[/\\\\](?:site|dist)-packages[/\\\\]|[/\\\\]lib[/\\\\]python\\d|^<frozen "
                    + "|/pkg/mod/|/go[^/]*/src/");

    /** The call that a line of a Java, .NET or Node trace tells of. */
    static Optional<Frame> at(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher node = NODE.matcher(line);
        if (node.matches()) {
            String function = node.group(1) == null ? "" : node.group(1);
            return Optional.of(ofFile(function, node.group(2), node.group(3)));
        }
        Matcher jvm = JVM.matcher(line);
        if (jvm.matches()) {
            String type = jvm.group(1);
            String function = type.substring(type.lastIndexOf('.') + 1) + "." + jvm.group(2);
            return Optional.of(new Frame(function, jvm.group(3), jvm.group(4), isOwn(type + ".")));
        }
        Matcher net = DOT_NET.matcher(line);
        if (!net.matches()) {
            return Optional.empty();
        }
        String file = net.group(2) == null ? "" : net.group(2);
        return Optional.of(new Frame(net.group(1), file, file.isEmpty() ? "" : net.group(3), isOwn(net.group(1))));
    }

    /** The call that a line of a Python traceback tells of. */
    static Optional<Frame> inPython(String line) {
        Matcher python = PYTHON.matcher(line);
        if (!python.find()) {
            return Optional.empty();
        }
        return Optional.of(ofFile(python.group(3) == null ? "" : python.group(3), python.group(1), python.group(2)));
    }

    /** The call that two lines of a goroutine's stack tell of. */
    static Optional<Frame> inGo(String call, String place) {
        Matcher file = GO_FILE.matcher(place);
        Matcher function = GO_CALL.matcher(call);
        if (!file.matches() || !function.matches()) {
            return Optional.empty();
        }
        String name = function.group(1);
        Frame frame = ofFile(name.substring(name.lastIndexOf('/') + 1), file.group(1), file.group(2));
        return Optional.of(name.startsWith("runtime.") || name.startsWith("panic") ? frame.ofLibrary() : frame);
    }

    private static Frame ofFile(String function, String file, String line) {
        return new Frame(function, file, line, !OTHERS_FILE.matcher(file).find());
    }

    private Frame ofLibrary() {
        return new Frame(function, file, line, false);
    }

    private static boolean isOwn(String type) {
        return JVM_LIBRARIES.stream().noneMatch(type::startsWith);
    }

    /** What stays the same when lines are added above it: the function, and the last two parts of the file's path. */
    String identity() {
        return Mask.of(function.isEmpty() ? shortFile() : function + " " + shortFile());
    }

    /** Where it is, for a person: {@code src/pay.js:12}. */
    String place() {
        return file.isEmpty() ? function : line.isEmpty() ? shortFile() : shortFile() + ":" + line;
    }

    private String shortFile() {
        int last = lastSlash(file, file.length());
        int before = last < 0 ? -1 : lastSlash(file, last);
        return file.substring(before + 1);
    }

    private static int lastSlash(String path, int before) {
        return Math.max(path.lastIndexOf('/', before - 1), path.lastIndexOf('\\', before - 1));
    }
}
