package dev.brummer.runtime.plugins;

import dev.brummer.core.text.Printable;
import dev.brummer.runtime.plugins.PluginFault.Words;
import dev.brummer.spi.SpiVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words what an exception out of a plugin's code, or of loading it, means for a person. */
final class FaultWords {
    private static final Pattern CLASS_FILE = Pattern.compile("class file version (\\d+)");
    // The class files of Java 1 have version 45.
    private static final int BEFORE_JAVA_1 = 44;
    private static final int LONGEST = 200;
    private static final String SPI = "dev.brummer.spi";

    private FaultWords() {}

    /** Why, in words that follow the name of the jar, and what to do. */
    static Words of(Throwable fault) {
        return switch (fault) {
            case ExceptionInInitializerError e when e.getCause() != null -> of(e.getCause());
            case UnsupportedClassVersionError e -> newerJava(e);
            case NoClassDefFoundError e -> missing(className(e));
            case ClassNotFoundException e -> missing(className(e));
            case IncompatibleClassChangeError e -> misfit(e);
            case LinkageError e -> misfit(e);
            case Throwable e -> new Words("threw " + told(e), "tell its author");
        };
    }

    private static Words newerJava(UnsupportedClassVersionError fault) {
        Matcher version = CLASS_FILE.matcher(String.valueOf(fault.getMessage()));
        String made = version.find() ? " " + (Integer.parseInt(version.group(1)) - BEFORE_JAVA_1) : "";
        int own = Runtime.version().feature();
        return new Words(
                "was compiled for Java" + made + ", and this is Java " + own,
                "compile it with --release " + own + ", or let BRUM_JAVA_HOME name a newer JDK");
    }

    private static String className(Throwable fault) {
        return String.valueOf(fault.getMessage()).replace('/', '.');
    }

    private static Words missing(String name) {
        if (name.contains(SPI)) {
            return otherSpi("there is no " + name);
        }
        if (name.contains("dev.brummer.")) {
            return new Words("uses " + name + ", which is no part of the SPI", "use only what is in " + SPI);
        }
        return new Words(
                "lacks the class " + name,
                "put the jars that it needs beside it, all of them in one folder of its own");
    }

    private static Words misfit(LinkageError fault) {
        return String.valueOf(fault.getMessage()).replace('/', '.').contains(SPI)
                ? otherSpi(told(fault))
                : new Words("holds classes that do not fit each other: " + told(fault), "build it anew");
    }

    private static Words otherSpi(String why) {
        return new Words(
                "was made for another version of the SPI than " + SpiVersion.current() + ": " + why,
                "build it against this version, or take another version of it");
    }

    /** An exception in a line: what it is, what it says, and where in the source it came from. */
    private static String told(Throwable fault) {
        String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("").strip();
        String text = fault.getClass().getSimpleName() + (fault.getMessage() == null ? "" : ": " + message);
        return Printable.of(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + place(fault);
    }

    private static String place(Throwable fault) {
        for (StackTraceElement frame : fault.getStackTrace()) {
            boolean own = frame.getModuleName() == null && !frame.getClassName().startsWith(SPI + ".");
            if (own && frame.getFileName() != null && frame.getLineNumber() > 0) {
                return " (" + Printable.of(frame.getFileName()) + ":" + frame.getLineNumber() + ")";
            }
        }
        return "";
    }
}
