package dev.brummer.insight.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.fact.FactSearch;
import dev.brummer.insight.fact.ParserKind;
import dev.brummer.insight.fact.ParserTrouble;
import dev.brummer.insight.kit.Script;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.Fact;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** An error is told when it is seen for the first time. */
class NewErrorsTest {
    private static List<String> found(String log) throws InterruptedException {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            FactSearch search = new FactSearch(
                    List.of(new ParserKind(NewErrors.ID, NewErrors::new)),
                    new NameBook(Map.of()),
                    new NoTrouble(),
                    () -> thread,
                    Duration.ofSeconds(20));
            return search.find(Script.of(log).units().stream().map(Unit::pieces).flatMap(List::stream).toList()).stream()
                    .map(fact -> fact.service() + ": " + ((Fact.NewError) fact.fact()).title())
                    .toList();
        }
    }

    private record NoTrouble() implements ParserTrouble {
        @Override
        public void unusable(String parser, Throwable why) {
            throw new AssertionError(parser, why);
        }

        @Override
        public void broke(String parser, Place place, Throwable why) {
            throw new AssertionError(parser, why);
        }

        @Override
        public void switchedOff(String parser, int times) {
            throw new AssertionError(parser);
        }

        @Override
        public void hangs(String parser, Place place, Duration since) {
            throw new AssertionError(parser);
        }
    }

    @Test
    void theSameApartFromIdsNumbersAndTimesIsToldOnce() throws InterruptedException {
        assertThat(found("""
                orders 0 15:04:05 ERROR Order 10001 not paid for request a1b2c3
                orders 1 15:04:06 ERROR Order 10002 not paid for request d4e5f6
                orders 2 15:04:07 ERROR no connection
                """)).containsExactly("orders: Order 10001 not paid for request a1b2c3", "orders: no connection");
    }

    @Test
    void whatMerelySpeaksOfErrorsIsNone() throws InterruptedException {
        assertThat(found("""
                orders 0 INFO 0 errors in 12 files
                orders 1 GET /error 200
                orders 2 WARN the error page is missing
                """)).isEmpty();
    }

    @Test
    void everyServiceHasItsOwn() throws InterruptedException {
        assertThat(found("""
                orders 0 ERROR no connection
                users 1 ERROR no connection
                """)).containsExactly("orders: no connection", "users: no connection");
    }

    @Test
    void ofAStackTraceTheLineIsToldThatSaysWhatHappened() throws InterruptedException {
        assertThat(found("""
                java 0 ERROR payment failed
                java 1 java.lang.IllegalStateException: no card
                java 2 ⇥at shop.Payments.take(Payments.java:12)
                java 3 Caused by: java.io.IOException: error of the line
                python 4 Traceback (most recent call last):
                python 5   File "app.py", line 3, in <module>
                python 6 ValueError: no such error
                node 7     throw new Error('x')
                node 8 Error: x
                node 9     at main (/app/x.js:10:5)
                """)).containsExactly("java: payment failed", "python: ValueError: no such error", "node: Error: x");
    }

    @Test
    void whatIsThrownRightAfterAnotherIsAnErrorOfItsOwn() throws InterruptedException {
        assertThat(found("""
                node 0 TypeError: no user
                node 1 ReferenceError: stock is not defined
                node 2 TypeError: no user
                both 3 ERROR payment failed
                both 4 Error: no card
                both 5 RangeError: no such month
                """))
                .containsExactly(
                        "node: TypeError: no user",
                        "node: ReferenceError: stock is not defined",
                        "both: payment failed",
                        "both: RangeError: no such month");
    }

    @Test
    void structuredLinesAreUnderstood() throws InterruptedException {
        assertThat(found("""
                orders 0 {"level":50,"time":1,"msg":"no stock of 12"}
                orders 1 {"level":50,"time":2,"msg":"no stock of 13"}
                orders 2 {"level":30,"time":3,"msg":"error budget is fine"}
                """)).containsExactly("orders: no stock of 12");
    }

    @Test
    void aFloodOfErrorsIsLookedAtInPart() throws InterruptedException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            log.append("orders ").append(i < 400 ? 0 : 5000).append(" ERROR about ").append(word(i)).append('\n');
        }

        assertThat(found(log.toString())).hasSize(200);
    }

    private static String word(int number) {
        return "w" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26) + "x".repeat(number % 7 + 1);
    }
}
