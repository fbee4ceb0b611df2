package dev.brummer.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of Brummer and its bundled plugins have in common. */
class SourcesTest {
    private static final Pattern PACKAGE_INFO =
            Pattern.compile("^/\\*\\*(?<doc>.*?)\\*/\\s*@NullMarked\\s+package ", Pattern.DOTALL);

    @Test
    void everyPackageIsNullMarkedAndSaysItsJobInASentence() throws IOException {
        Set<Path> packages = sources().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).hasSizeGreaterThan(15).allSatisfy(folder -> {
            Path file = folder.resolve("package-info.java");
            assertThat(file).exists();
            Matcher info = PACKAGE_INFO.matcher(Files.readString(file));
            assertThat(info.find()).as("%s has a doc comment and @NullMarked", file).isTrue();
            String doc = info.group("doc").replace("*", " ").strip();
            assertThat(doc).as("doc comment of %s", file).matches(Pattern.compile("[A-Z{].{20,}\\.", Pattern.DOTALL));
        });
    }

    @Test
    void classesAreNamedAfterWhatTheyAre() throws IOException {
        List<String> names = Production.all().stream().map(type -> type.getSimpleName()).toList();

        assertThat(names).isNotEmpty().noneMatch(name -> name.matches(".*(Utils?|Helpers?|Impl|Manager)"));
    }

    private static Stream<Path> sources() throws IOException {
        return Stream.of("modules", "plugins").flatMap(folder -> javaFiles(Checkout.ROOT.resolve(folder)));
    }

    private static Stream<Path> javaFiles(Path folder) {
        try {
            return Files.walk(folder)
                    .filter(path -> path.toString().contains("/src/main/java/") && path.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
