package dev.brummer.config.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RedactionTest {
    @Test
    void whatTheNameSaysIsHiddenWhereverItStands() {
        Redaction redaction = secret("DB_PASSWORD", "Xk9#q");
        assertThat(redaction.text("psql -pXk9#q: password 'Xk9#q' is wrong")).isEqualTo("psql -p***: password '***' is wrong");
        assertThat(redaction.text("nothing of it: xk9#q")).isEqualTo("nothing of it: xk9#q");
    }

    @Test
    void whatServersComeWithIsNoSecret() {
        String text = "RabbitMQ 3.10.8 let guest in, in 5 ms";
        assertThat(secret("RABBITMQ_PASSWORD", "guest").text(text)).isEqualTo(text);
    }

    @Test
    void textWithoutSecretsIsTheSameObject() {
        String text = new String("GET http://localhost:3000/health: 503");
        assertThat(secret("DB_PASSWORD", "Xk9#q").text(text)).isSameAs(text);
        assertThat(Redaction.NONE.text(text)).isSameAs(text);
    }

    @Test
    void withoutSecretsEvenPasswordsInUrlsStay() {
        assertThat(Redaction.NONE.text("redis://:pw@host")).isEqualTo("redis://:pw@host");
    }

    @Test
    void theLongestCountsAndOverlappingOnesGoTogether() {
        Redaction redaction = of(true, "alpha-beta", "alpha-", "beta-gamma");
        assertThat(redaction.text("alpha-beta-gamma.")).isEqualTo("***.");
        assertThat(redaction.text("alpha-delta")).isEqualTo("***delta");
    }

    @Test
    void otherSpellingsAreHidden() {
        String value = "p\"ä s\\s/w+o'";
        Redaction redaction = secret("API_TOKEN", value);
        String base64 = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        assertThat(redaction.text("{\"token\": \"p\\\"ä s\\\\s/w+o'\"}")).isEqualTo("{\"token\": \"***\"}");
        assertThat(redaction.text("?t=" + URLEncoder.encode(value, StandardCharsets.UTF_8))).isEqualTo("?t=***");
        assertThat(redaction.text("?t=p%22%C3%A4%20s%5Cs%2Fw%2Bo'&u")).isEqualTo("?t=***&u");
        assertThat(redaction.text("Basic " + base64 + ".")).matches("Basic \\*\\*\\*=*\\.");
    }

    @Test
    void eachLineOfAKeyIsHidden() {
        Redaction redaction = secret("TLS_KEY", "-----BEGIN KEY-----\nMIIEvQIBADAN\n  BgkqhkiG9w0B==\nAQ\n-----END KEY-----\n");
        assertThat(redaction.text("read MIIEvQIBADAN")).isEqualTo("read ***");
        assertThat(redaction.text("read BgkqhkiG9w0B==, AQ")).isEqualTo("read ***, AQ");
        assertThat(redaction.text("-----BEGIN KEY-----\nMIIEvQIBADAN")).isEqualTo("***\n***");
    }

    @Test
    void passwordsInUrlsAreHiddenWhoeverWroteThem() {
        Redaction redaction = secret("X_KEY", "");
        assertThat(redaction.text("postgres://shop:hunter2@db/x")).isEqualTo("postgres://shop:***@db/x");
        assertThat(redaction.text("redis://:p@ss@db:6379")).isEqualTo("redis://:***@db:6379");
        assertThat(redaction.text("a://b:c/d@e, f://g:h#i@j")).isEqualTo("a://b:***@e, f://g:***@j");
        assertThat(redaction.text("amqp://a:b@c,amqp://d:e@f")).isEqualTo("amqp://a:***@c,amqp://d:***@f");
        for (String plain : List.of(
                "http://localhost:3000/@vite/client", "ssh://git@github.com:org/repo", "http://[::1]:80/@x", "a://b", "://",
                "http://h:${PORT}/@x", "see http://h:80 or ask joe@x.org", "a://:@b")) {
            assertThat(redaction.text(plain)).isEqualTo(plain);
        }
    }

    @Test
    void aPasswordOfAUrlIsHiddenByItself() {
        Redaction redaction = secret("DATABASE_URL", "postgres://shop:h%40nter2@db/x");
        assertThat(redaction.text("password h@nter2, h%40nter2 refused")).isEqualTo("password ***, *** refused");
    }

    @Test
    void ofEnvFilesEverythingIsHiddenButWhatIsOrdinary() {
        Redaction redaction = of(
                true, "Zürich-9", "info", "development", "3000", "http://localhost:3000", "127.0.0.1:5432", "true", "abcd",
                "250ms", "localhost:9092,localhost:9093");
        assertThat(redaction.text("Zürich-9")).isEqualTo("***");
        for (String plain : List.of(
                "info: development", "port 3000", "http://localhost:3000/x", "127.0.0.1:5432 refused", "true", "abcd",
                "after 250ms", "localhost:9093")) {
            assertThat(redaction.text(plain)).isEqualTo(plain);
        }
    }

    @Test
    void aNameThatSaysSecretMakesOrdinaryNumbersSecret() {
        Redaction redaction = secret("USER_PASSWORD", "4711");
        assertThat(redaction.text("pin 4711, port 14711, 47110 and 4711.")).isEqualTo("pin ***, port 14711, 47110 and ***.");
        assertThat(secret("USE_TOKEN", "true").text("true")).isEqualTo("true");
        assertThat(secret("DB_PASSWORD", "postgres").text("waits for postgres")).isEqualTo("waits for postgres");
        assertThat(secret("DB_PASSWORD", "abc").text("abc")).isEqualTo("abc");
    }

    @Test
    void whatCallsItselfNothingIsNotHidden() {
        assertThat(of(false, "Zürich-9").text("Zürich-9")).isEqualTo("Zürich-9");
    }

    @Test
    void secretsInCommandsAreFound() {
        assertThat(Assignments.masked("export DB_PASSWORD=\"a b\" A_TOKEN=x&& B=c API_KEY=$KEY; run --auth-token='q' --level=info"))
                .isEqualTo("export DB_PASSWORD=\"***\" A_TOKEN=***&& B=c API_KEY=$KEY; run --auth-token='***' --level=info");
        assertThat(Assignments.masked("npm start")).isEqualTo("npm start");
    }

    @Test
    void whatTwoHideTheirUnionHides() {
        Redaction both = secret("A_TOKEN", "first").and(secret("A_TOKEN", "second"));
        assertThat(both.text("first second third")).isEqualTo("*** *** third");
        assertThat(Redaction.NONE.and(both).text("first")).isEqualTo("***");
        assertThat(both.and(Redaction.NONE).text("first")).isEqualTo("***");
    }

    @Test
    @Timeout(20)
    void manySecretsInLongTextsTakeNoTime() {
        List<SecretVariable> variables = new ArrayList<>();
        // The worst there is: they begin alike, and as the text does.
        IntStream.range(0, 300).forEach(i ->
                variables.add(new SecretVariable("TOKEN", "aaaaaaaaaaaaaaaa" + "b".repeat(i + 1) + i, false)));
        String text = ("a".repeat(2000) + "://a:").repeat(500);
        assertThat(Redaction.of(variables).text(text)).isEqualTo(text);
    }

    private static Redaction secret(String name, String value) {
        return Redaction.of(List.of(new SecretVariable(name, value, false)));
    }

    private static Redaction of(boolean inEnvFile, String... values) {
        List<SecretVariable> variables = new ArrayList<>();
        for (String value : values) {
            variables.add(new SecretVariable("ANY", value, inEnvFile));
        }
        return Redaction.of(variables);
    }
}
