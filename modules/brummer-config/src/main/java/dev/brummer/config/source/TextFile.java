package dev.brummer.config.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a text file of the user's, or says why it cannot be read. */
public final class TextFile {
    private static final int LARGEST = 1 << 20;

    private TextFile() {}

    /** A file of variables, or null if there is none to read, which {@code faults} then says. */
    public static @Nullable SourceFile readVariables(Path path, String name, Faults faults) {
        return read(path, name, true, faults);
    }

    /** The file's text, or null if there is none to read, which {@code faults} then says. */
    public static @Nullable SourceFile read(Path path, String name, Faults faults) {
        return read(path, name, false, faults);
    }

    private static @Nullable SourceFile read(
            Path path, String name, boolean variables, Faults faults) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException fault) {
            faults.add(Diagnostic.error("unreadable", "cannot read " + name + ": " + why(fault, path), ""));
            return null;
        }
        if (bytes.length > LARGEST) {
            String message = name + " is larger than 1 MiB, and no configuration is";
            faults.add(Diagnostic.error("too-large", message, "was another file meant?"));
            return null;
        }
        return decode(bytes, name, variables, faults);
    }

    private static String why(IOException fault, Path path) {
        return switch (fault) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "no permission";
            case IOException _ when Files.isDirectory(path) -> "it is a folder";
            case IOException other -> String.valueOf(other.getMessage());
        };
    }

    private static @Nullable SourceFile decode(
            byte[] bytes, String name, boolean variables, Faults faults) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(in, out, true).isError()) {
            notText(file(name, new String(bytes, StandardCharsets.UTF_8), variables), bytes, in.position(), faults);
            return null;
        }
        String text = out.flip().toString();
        SourceFile file = file(name, text.startsWith("\ufeff") ? text.substring(1) : text, variables);
        faults.reading(file);
        return file;
    }

    private static void notText(SourceFile file, byte[] bytes, int position, Faults faults) {
        faults.reading(file);
        int begin = new String(bytes, 0, position, StandardCharsets.UTF_8).length();
        boolean wide = bytes.length > 1 && (bytes[0] & 0xfe) == 0xfe && (bytes[1] & 0xfe) == 0xfe;
        String hint = wide ? "it looks like UTF-16: save it as UTF-8" : "save the file as UTF-8";
        faults.error("not-utf8", file.name() + " is not UTF-8 text", file.span(begin, begin + 1), hint);
    }

    private static SourceFile file(String name, String text, boolean variables) {
        return variables ? SourceFile.ofVariables(name, text) : new SourceFile(name, text);
    }
}
