package dev.brummer.insight.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void callsOfLibrariesBecomeOneLineWhereThereAreSeveral() {
        assertThat(Folding.fold("""
                ERROR failed
                java.lang.Error: x
                \tat shop.A.b(A.java:1)
                \tat java.base/java.lang.Thread.run(Thread.java:1)
                \tat shop.A.c(A.java:2)
                \tat org.apache.X.a(X.java:1)
                \tat org.apache.X.b(X.java:2)
                \tat java.base/java.lang.Thread.run(Thread.java:1)
                Caused by: java.lang.Error: y
                    at charge (/app/src/pay.js:12:27)
                    at a (node:internal/x:1:1)
                    at b (node:internal/x:1:1)
                    at c (/app/node_modules/x.js:1:1)
                """.lines().toList()))
                .containsExactly(
                        "ERROR failed",
                        "java.lang.Error: x",
                        "\tat shop.A.b(A.java:1)",
                        "\tat java.base/java.lang.Thread.run(Thread.java:1)",
                        "\tat shop.A.c(A.java:2)",
                        "\t… 3 calls of libraries",
                        "Caused by: java.lang.Error: y",
                        "    at charge (/app/src/pay.js:12:27)",
                        "    … 3 calls of libraries");
        assertThat(Folding.fold(List.of())).isEmpty();
    }
}
