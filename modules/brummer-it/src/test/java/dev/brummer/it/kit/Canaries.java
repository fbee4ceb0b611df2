package dev.brummer.it.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Secrets that are planted in a project, to be looked for in whatever comes of it. Each is another one; the seed makes the
 * same ones again.
 */
public final class Canaries {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 12;

    private final Random random;
    private final Map<String, String> spellings = new LinkedHashMap<>();

    /** @param seed to be told when a test fails */
    public Canaries(long seed) {
        random = new Random(seed);
    }

    /** A secret of letters and digits, which may stand anywhere. */
    public String plant(String where) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return planted(where, text.toString());
    }

    /** A secret that JSON and URLs have to spell otherwise. It holds no single quote. */
    public String plantOdd(String where) {
        String begin = plant(where + ", begin");
        return planted(where, begin + "/+\"\\ ü%" + plant(where + ", end"));
    }

    /** A secret of several lines. */
    public String plantLines(String where) {
        return plant(where + ", line 1") + "\n" + plant(where + ", line 2") + "=\n" + plant(where + ", line 3");
    }

    private String planted(String where, String secret) {
        spellings.putIfAbsent(secret, where);
        spellings.putIfAbsent(secret.replace("\\", "\\\\").replace("\"", "\\\""), where + ", as JSON");
        String form = URLEncoder.encode(secret, UTF_8);
        spellings.putIfAbsent(form, where + ", in a URL");
        spellings.putIfAbsent(form.replace("+", "%20"), where + ", in a URL");
        for (int before = 0; before < 3; before++) {
            spellings.putIfAbsent(base64(secret, before), where + ", as Base64");
        }
        return secret;
    }

    /** What all spellings have in common, whatever stands around it. */
    private static String base64(String secret, int before) {
        byte[] bytes = secret.getBytes(UTF_8);
        byte[] padded = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        byte[] whole = Arrays.copyOf(padded, padded.length / 3 * 3);
        return Base64.getEncoder().encodeToString(whole).substring(before == 0 ? 0 : 4);
    }

    /** Where those were planted that a text holds, in words. */
    public Set<String> find(String text) {
        Set<String> found = new TreeSet<>();
        spellings.forEach((spelling, where) -> {
            if (text.contains(spelling)) {
                found.add(where);
            }
        });
        return found;
    }

    /**
     * Where those were planted that the files of a folder hold, behind each file's name.
     *
     * @param looked which files to look into
     */
    public List<String> find(Path folder, Predicate<Path> looked) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(looked).sorted().toList()) {
                find(new String(Files.readAllBytes(file), UTF_8)).forEach(where -> found.add(file + ": " + where));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
