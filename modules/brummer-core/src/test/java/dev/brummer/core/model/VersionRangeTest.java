package dev.brummer.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
    @ParameterizedTest
    @CsvSource({
        ">=20, 20.0.0", ">=20, 21", ">=20.1, 20.1.0", ">= 20, 20", "20, 20.11.1", "=20.1, 20.1.9", ">20, 21.0", ">20.1, 20.2",
        "<20, 19.9.9", "<=20, 20.9", "^1.2.3, 1.2.3", "^1.2.3, 1.9.0", "^0.2.3, 0.2.9", "^20, 20.5", "^0.0.3, 0.0.3",
        "~1.2.3, 1.2.9", "~1, 1.9", "'>=18 <21', 20.3", "'>=18, <21', 18.0", "v20, 20.1", "=3.12, 3.12",
    })
    void holds(String range, String version) {
        assertThat(VersionRange.parse(range).holdsFor(Version.parse(version))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ">=20, 19.9.9", ">=20.1, 20", "20, 21", "=20.1, 20.2", ">20, 20.5", "<20, 20.0", "<=20, 21", "^1.2.3, 2.0", "^1.2.3, 1.2.2",
        "^0.2.3, 0.3.0", "^0.0.3, 0.0.4", "~1.2.3, 1.3.0", "~1.2.3, 1.2.2", "~1, 2.0", "'>=18 <21', 21.0", "=3.12, 3.1",
    })
    void doesNotHold(String range, String version) {
        assertThat(VersionRange.parse(range).holdsFor(Version.parse(version))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ">=", "latest", "20.x", "=>20", ">=20 or 18", "1.2.3.4.5", "!20", "99999999999"})
    void isNoRange(String text) {
        assertThatThrownBy(() -> VersionRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "node | v22.11.0 | 22.11.0",
        "npm | 10.9.0 | 10.9.0",
        "java | openjdk version \"17.0.15\" 2025-04-15 | 17.0.15",
        "java | openjdk version \"1.8.0_292\" | 8.0",
        "java | openjdk version \"25\" 2025-09-16 | 25",
        "python | Python 3.12.4 | 3.12.4",
        "go | go version go1.23.4 linux/amd64 | 1.23.4",
        "docker | Docker version 27.3.1, build ce12230 | 27.3.1",
        "psql | psql (PostgreSQL) 16.4 (Ubuntu 16.4-1.pgdg22.04+1) | 16.4",
        "redis-server | Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 | 7.0.15",
        "mvn | Apache Maven 3.9.9 (8e8579a9e76f7d015ee5ec7bfcdc97d260186937) | 3.9.9",
        "git | git version 2.34.1 | 2.34.1",
    })
    void isReadFromWhatProgramsSay(String program, String output, String version) {
        assertThat(Version.said(program, output)).hasToString("Optional[" + version + "]");
    }
}
