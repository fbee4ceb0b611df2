package dev.brummer.config.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random secrets in random texts, compared with what looking for one after the other finds. */
class RedactionLivesTest {
    private static final String LETTERS = "abA%/\"\\ ü\n'=";

    @Test
    void noSecretSurvivesAndNothingElseIsLost() {
        long seed = Long.getLong("redaction.seed", System.nanoTime());
        for (int life = 0; life < 3000; life++) {
            live(new Random(seed + life), "-Dredaction.seed=" + (seed + life));
        }
    }

    private static void live(Random random, String seed) {
        List<SecretVariable> variables = new ArrayList<>();
        Spellings spellings = new Spellings(Ordinary.WORDS);
        for (int i = random.nextInt(6); i >= 0; i--) {
            SecretVariable variable = new SecretVariable("SOME_TOKEN", some(random, 12), random.nextBoolean());
            variables.add(variable);
            spellings.add(variable);
        }
        List<String> texts = List.copyOf(spellings.texts());
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            boolean planted = random.nextBoolean() && !texts.isEmpty();
            text.append(planted ? texts.get(random.nextInt(texts.size())) : some(random, 8));
        }
        String masked = Redaction.of(variables).text(text.toString());
        assertThat(masked).as(seed).isEqualTo(simply(text.toString(), texts));
        assertThat(texts).as(seed).noneMatch(masked::contains);
        assertThat(Redaction.of(variables).text(masked)).as(seed).isEqualTo(masked);
    }

    private static String some(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String simply(String text, List<String> secrets) {
        BitSet hidden = new BitSet();
        for (String secret : secrets) {
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                hidden.set(at, at + secret.length());
            }
        }
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!hidden.get(i)) {
                masked.append(text.charAt(i));
            } else if (i == 0 || !hidden.get(i - 1)) {
                masked.append(Secrets.MASK);
            }
        }
        return masked.toString();
    }
}
