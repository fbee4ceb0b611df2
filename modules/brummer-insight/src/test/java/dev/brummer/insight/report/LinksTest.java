package dev.brummer.insight.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    private static final Links LINKS = new Links(path -> Optional.of(Path.of("/app", path)));

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '!', textBlock =
            """
            listening on http://localhost:3000/x?y=1.       ~ http://localhost:3000/x?y=1
            (see https://a.example/b_(c)).                  ~ https://a.example/b_(c)
            see https://a.example/ü                         ~ https://a.example/%C3%BC
            [https://a.example]                             ~ https://a.example
            at charge (/srv/my app/x.js:1:2)                ~ file:///srv/my%20app/x.js#1
            at charge (/srv/app/pay.js:12:27)               ~ file:///srv/app/pay.js#12
            at f (file:///srv/app/x.mjs:1:28)               ~ file:///srv/app/x.mjs#1
            src/pay.js:12: boom                             ~ file:///app/src/pay.js#12
            ./src/pay.ts:12                                 ~ file:///app/./src/pay.ts#12
              File "/srv/my app/a.py", line 4, in <module>  ~ file:///srv/my%20app/a.py#4
            at shop.pay.Pay.run(Pay.java:12)               ~ file:///app/shop/pay/Pay.java#12
            at java.base/java.lang.Thread.run(Thread.java:1) ~ file:///app/java/lang/Thread.java#1
            pay.js:12                                       ~ -
            localhost:3000                                  ~ -
            15:04:05 10.0.0.1:80 and/or:3                   ~ -
            http://                                         ~ -
            """)
    void findsAddressesAndPlacesInCode(String line, String uris) {
        String found = LINKS.in(line).stream().map(Links.Link::uri).collect(joining(" "));

        assertThat(found.isEmpty() ? "-" : found).isEqualTo(uris);
    }

    @Test
    void aPathThatNobodyKnowsIsNoLink() {
        assertThat(Links.ABSOLUTE.in("src/pay.js:12 at a.B.c(B.java:3)")).isEmpty();
        assertThat(Links.ABSOLUTE.in("/srv/pay.js:12")).hasSize(1);
    }

    @Test
    void aTerminalGetsThemAsEscapeSequencesAroundTheText() {
        assertThat(LINKS.linked("see http://a.example/ and src/x.js:1.", new Angular()))
                .isEqualTo("see <http://a.example/|http://a.example/> and <file:///app/src/x.js#1|src/x.js:1>.");
        assertThat(LINKS.linked("see http://a.example/", Paint.NONE)).isEqualTo("see http://a.example/");
    }

    @Test
    void anyLineIsLookedThroughInNoTime() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        String alphabet = "ab/._-:1()\"@ http://File.js";
        for (int i = 0; i < 300; i++) {
            var line = new StringBuilder();
            int kinds = 1 + random.nextInt(alphabet.length());
            while (line.length() < 8000) {
                line.append(alphabet.charAt(random.nextInt(kinds)));
            }
            assertThat(LINKS.linked(line.toString(), Paint.NONE)).as("seed %d", seed).isEqualTo(line.toString());
        }
    }
}
