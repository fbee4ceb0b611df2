package dev.brummer.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes a jar of sources that a test writes down, compiled against the class path of the test. */
public final class TestingJar {
    private static final int MAJOR_VERSION = 6;

    private final List<JavaFileObject> sources = new ArrayList<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();
    private final List<String> leftOut = new ArrayList<>();
    private int classFileVersion;

    public TestingJar() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** Adds a class; a source beats a class of the same name on the class path. */
    public TestingJar source(String className, String text) {
        sources.add(new Source(className, text));
        return this;
    }

    /** Names a class as one that the service loader finds. */
    public TestingJar service(Class<?> service, String className) {
        String file = "META-INF/services/" + service.getName();
        byte[] before = entries.getOrDefault(file, new byte[0]);
        String both = new String(before, StandardCharsets.UTF_8) + className + "\n";
        entries.put(file, both.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sets a main attribute of the manifest. */
    public TestingJar manifest(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    /** Compiles a class, and does not put it into the jar. */
    public TestingJar without(String className) {
        leftOut.add(className);
        return this;
    }

    /** Makes the classes look as if they had been compiled for another version of Java: 70 is Java 26. */
    public TestingJar classFileVersion(int version) {
        classFileVersion = version;
        return this;
    }

    /** Writes the jar, with the folders it is in. */
    public Path write(Path file) {
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        compile().forEach((name, bytes) -> {
            if (!leftOut.contains(name)) {
                all.put(name.replace('.', '/') + ".class", versioned(bytes));
            }
        });
        try {
            Files.createDirectories(file.getParent());
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
                for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                    jar.putNextEntry(new JarEntry(entry.getKey()));
                    jar.write(entry.getValue());
                    jar.closeEntry();
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] versioned(byte[] bytes) {
        if (classFileVersion > 0) {
            ByteBuffer.wrap(bytes).putShort(MAJOR_VERSION, (short) classFileVersion);
        }
        return bytes;
    }

    private Map<String, byte[]> compile() {
        if (sources.isEmpty()) {
            return Map.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var faults = new DiagnosticCollector<JavaFileObject>();
        var classes = new Classes(compiler.getStandardFileManager(faults, null, null));
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = List.of("-proc:none", "-classpath", path);
        if (!compiler.getTask(null, classes, faults, options, null, sources).call()) {
            throw new IllegalArgumentException(faults.getDiagnostics().toString());
        }
        Map<String, byte[]> compiled = new LinkedHashMap<>();
        classes.outputs.forEach((name, bytes) -> compiled.put(name, bytes.toByteArray()));
        return compiled;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what is compiled in memory. */
    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();

        Classes(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            URI uri = URI.create("memory:///" + className.replace('.', '/') + ".class");
            return new SimpleJavaFileObject(uri, kind) {
                @Override
                public OutputStream openOutputStream() {
                    return outputs.computeIfAbsent(className, _ -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
