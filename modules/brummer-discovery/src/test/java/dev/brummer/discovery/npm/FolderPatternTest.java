package dev.brummer.discovery.npm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderPatternTest {
    @ParameterizedTest
    @CsvSource({
        "packages/*, packages/a, true", "packages/*, packages/a/b, false", "packages/**, packages/a/b, true",
        "./apps/web/, apps/web, true", "**/fixtures/**, a/fixtures/b, true", "**/fixtures/**, fixtures/b, true",
        "'{apps,libs}/*', libs/x, true", "'{apps,libs}/*', docs/x, false", "packages/*-api, packages/users-api, true",
        "a.b, axb, false", "'{open', '{open', true", "p?, pa, true"
    })
    void matches(String pattern, String folder, boolean matches) {
        assertThat(FolderPattern.of(pattern).matches(folder)).isEqualTo(matches);
        assertThat(FolderPattern.of("!" + pattern).matches(folder)).isEqualTo(matches);
        assertThat(FolderPattern.of("!" + pattern).negated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"packages/*, packages, 2", "apps/**, apps, -1", "'{a,b}/*', '', 2", "apps/web, apps/web, 2", "**, '', -1"})
    void knowsWhereToLook(String pattern, String begin, int deepest) {
        assertThat(FolderPattern.of(pattern).begin()).isEqualTo(begin);
        assertThat(FolderPattern.of(pattern).deepest()).isEqualTo(deepest);
    }
}
