package dev.brummer.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CanariesTest {
    private final Canaries canaries = new Canaries(1);

    @Test
    void aSecretIsFoundHoweverItIsSpelt() {
        String secret = canaries.plantOdd("here");
        assertThat(canaries.find("a " + secret + ".")).contains("here");
        assertThat(canaries.find(secret.replace("\\", "\\\\").replace("\"", "\\\""))).contains("here, as JSON");
        assertThat(canaries.find(URLEncoder.encode(secret, StandardCharsets.UTF_8))).contains("here, in a URL");
        for (String before : new String[] {"", "u", "me:", "user:"}) {
            String base64 = Base64.getEncoder().encodeToString((before + secret).getBytes(StandardCharsets.UTF_8));
            assertThat(canaries.find("Basic " + base64)).contains("here, as Base64");
        }
        assertThat(canaries.find(secret.substring(0, 20))).contains("here, begin");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String lines = canaries.plantLines("there");
        assertThat(canaries.find("nothing of it")).isEmpty();
        assertThat(canaries.find(lines.lines().toList().get(1))).containsExactly("there, line 2");
    }
}
