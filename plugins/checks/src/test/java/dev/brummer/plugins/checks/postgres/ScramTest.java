package dev.brummer.plugins.checks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.plugins.checks.net.Deadline;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example is that of RFC 7677, section 3. */
class ScramTest {
    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";
    private static final String BOTH = NONCE + "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String CHALLENGE = "r=" + BOTH + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    private static final String PROVEN = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    private final Scram scram = new Scram("user", "pencil", NONCE);
    private final Deadline deadline = Deadline.within(Duration.ofSeconds(10));

    @Test
    void theExampleOfTheRfc() throws Exception {
        assertThat(scram.first()).isEqualTo("n,,n=user,r=" + NONCE);
        assertThat(scram.last(CHALLENGE, deadline))
                .isEqualTo("c=biws,r=" + BOTH + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        assertThat(scram.isProvenBy(PROVEN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v=", "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G5=", "e=other-error"})
    void anotherSignatureProvesNothing(String last) throws Exception {
        scram.last(CHALLENGE, deadline);

        assertThat(scram.isProvenBy(last)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v=", PROVEN})
    void nothingIsProvenBeforeTheChallenge(String last) {
        assertThat(scram.isProvenBy(last)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r=" + NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=another,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=" + BOTH + ",s=W22,i=4096x",
                "r=" + BOTH + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=0",
                "r=" + BOTH + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=-1",
                "r=" + BOTH + ",s==,i=4096",
                "m=x,r=" + BOTH + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "r=" + BOTH + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,x=1"
            })
    void aMalformedChallengeIsRefused(String challenge) {
        assertThatThrownBy(() -> scram.last(challenge, deadline))
                .hasMessage("no postgres answer but a malformed challenge");
    }

    @Test
    @Timeout(10)
    void moreHashingThanThereIsTimeForIsGivenUp() {
        Deadline brief = Deadline.within(Duration.ofMillis(100));

        assertThatThrownBy(() -> scram.last(CHALLENGE.replace("4096", "2000000000"), brief))
                .hasMessage("hashing the password 2000000000 times takes longer than 100 ms");
    }

    @Test
    @Timeout(10)
    void anInterruptEndsTheHashing() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> scram.last(CHALLENGE.replace("4096", "2000000000"), deadline))
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** The first five are the examples of RFC 4013, section 3. */
    @ParameterizedTest
    @CsvSource({
        "I\u00adX, IX", "user, user", "USER, USER", "\u00aa, a", "\u2168, IX", "a\u00a0b, a b", "e\u0301, \u00e9"
    })
    void passwordsAreWrittenInOneWay(String typed, String prepared) {
        assertThat(SaslPassword.prepare(typed)).isEqualTo(prepared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0007\u00aa", "\u00ad"})
    void passwordsThatCannotBePreparedStay(String typed) {
        assertThat(SaslPassword.prepare(typed)).isEqualTo(typed);
    }
}
