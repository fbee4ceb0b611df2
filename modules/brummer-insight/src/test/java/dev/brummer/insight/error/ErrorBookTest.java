package dev.brummer.insight.error;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.kit.Script;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErrorBookTest {
    @Test
    void theSameErrorIsCountedWithItsTimesAndServices() throws IOException {
        ErrorGroup group = book("""
                web 10 ERROR payment 17 failed
                web 20 listening
                api 30 ERROR payment 18 failed
                web 40 ERROR payment 19 failed
                """).groups().getFirst();

        assertThat(group.count()).isEqualTo(3);
        assertThat(group.first()).isEqualTo(Script.START.plusMillis(10));
        assertThat(group.last()).isEqualTo(Script.START.plusMillis(40));
        assertThat(group.services()).containsExactly(new ServiceId("api"), new ServiceId("web"));
        assertThat(group.title()).isEqualTo("payment 17 failed");
        assertThat(Script.text(group.example())).isEqualTo("ERROR payment 17 failed");
        assertThat(group.consequences()).isEmpty();
    }

    @Test
    void theEarliestFailingServiceOfARequestIsTheCulpritAndTheOthersAreItsConsequences() throws IOException {
        assertThat(told("""
                gateway 0 [a1b2c3] POST /api/orders - Start
                payments 10 [a1b2c3] ERROR card declined by the provider
                orders 20 ERROR order failed for request a1b2c3
                gateway 30 [a1b2c3] ERROR upstream answered 500
                web 40 ERROR something else
                gateway 50 [d4e5f6] ERROR upstream answered 500
                """))
                .isEqualTo("""
                        1 card declined by the provider
                          1 order failed for request a1b2c3
                          1 upstream answered 500
                        1 something else
                        1 upstream answered 500""");
    }

    @Test
    void theMostFrequentComesFirstAndEveryErrorIsCountedOnce() throws IOException {
        assertThat(told("""
                payments 10 [a1b2c3] ERROR card declined
                orders 20 [a1b2c3] ERROR order failed
                payments 30 [a1b2c4] ERROR card declined
                orders 40 [a1b2c4] ERROR order failed
                orders 50 [a1b2c4] ERROR order failed
                database 60 ERROR no space
                database 61 ERROR no space
                stock 70 [a1b2c5] ERROR sold out
                orders 80 [a1b2c5] ERROR order failed
                """))
                .isEqualTo("""
                        2 card declined
                          3 order failed
                        2 no space
                        1 sold out
                          1 order failed""");
    }

    @Test
    void whatAServiceRepeatsForARequestIsCountedWithIt() throws IOException {
        assertThat(told("""
                payments 10 [a1b2c3] ERROR attempt 1 failed
                payments 20 [a1b2c3] ERROR attempt 2 failed
                """))
                .isEqualTo("2 attempt 1 failed");
    }

    @Test
    void anErrorThatKnowsOnlyTheOrderBelongsToTheRequestOfTheOrder() throws IOException {
        assertThat(told("""
                orders 5 Creating order 12345 for request a1b2c3
                payments 10 ERROR no funds for order 12345
                orders 20 ERROR order failed for request a1b2c3
                """))
                .isEqualTo("""
                        1 no funds for order 12345
                          1 order failed for request a1b2c3""");
    }

    @Test
    void butNotIfSeveralRequestsAreAboutIt() throws IOException {
        assertThat(told("""
                orders 5 user 42 asks for order 7, request a1b2c3
                orders 6 user 42 asks for order 8, request d4e5f6
                payments 10 ERROR no funds of user 42
                orders 20 ERROR order failed for request a1b2c3
                """))
                .isEqualTo("""
                        1 no funds of user 42
                        1 order failed for request a1b2c3""");
    }

    @Test
    void idsThatStandTogetherAreOneRequest() throws IOException {
        assertThat(told("""
                payments 10 ERROR declined traceId=4bf92f3577b34da6 requestId=b1b1b1
                orders 20 ERROR failed traceId=4bf92f3577b34da6 requestId=c2c2c2
                gateway 30 ERROR 500 requestId=c2c2c2
                """))
                .isEqualTo("""
                        1 declined traceId=4bf92f3577b34da6 requestId=b1b1b1
                          1 failed traceId=4bf92f3577b34da6 requestId=c2c2c2
                          1 500 requestId=c2c2c2""");
    }

    @Test
    void newIsWhatTheStartBeforeDidNotHave() throws IOException {
        Set<Fingerprint> before = book("""
                web 0 ERROR payment 1 failed
                web 1 ERROR gone today
                """).fingerprints();
        ErrorBook now = book("""
                web 0 ERROR payment 2 failed
                web 1 ERROR brand new
                payments 2 [a1b2c3] ERROR payment 3 failed
                orders 3 [a1b2c3] ERROR new consequence
                """);

        assertThat(now.groupsWithout(before).stream().map(ErrorGroup::title))
                .containsExactly("brand new", "new consequence");
        assertThat(now.groupsWithout(now.fingerprints())).isEmpty();
        assertThat(now.groupsWithout(Set.of())).isEqualTo(now.groups());
    }

    @Test
    void anErrorIsOfTheServiceThatAPrefixNames() throws IOException {
        assertThat(book("web 0 stock-1  | ERROR sold out").groups().getFirst().services())
                .containsExactly(new ServiceId("stock"));
        assertThat(book("web 0 [stock-service] ERROR sold out").groups().getFirst().services())
                .containsExactly(new ServiceId("stock"));
        assertThat(book("web 0 [other] ERROR sold out").groups().getFirst().services())
                .containsExactly(new ServiceId("web"));
    }

    @Test
    void theWholeTraceIsTheExampleUpToWhatSomebodyWouldRead() throws IOException {
        ErrorGroup small = book("""
                web 0 ERROR payment failed
                web 0 java.lang.IllegalStateException: no
                web 0 ⇥at shop.Pay.pay(Pay.java:12)
                """).groups().getFirst();
        String frames = "web 0 ⇥at shop.Pay.pay(Pay.java:12)\n".repeat(5000);
        ErrorGroup large = book("web 0 java.lang.Error: no\n" + frames).groups().getFirst();

        assertThat(small.example().size()).isEqualTo(3);
        assertThat(small.title()).isEqualTo("IllegalStateException: no");
        assertThat(small.place()).isEqualTo("Pay.java:12");
        assertThat(large.example().size()).isEqualTo(200);
    }

    @Test
    void aFloodOfKindsIsCountedWithoutBeingKept() throws IOException {
        var log = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            log.append("web 0 ERROR ").append(letters(i)).append('\n');
        }
        ErrorBook book = book(log.toString());

        assertThat(book.groups()).hasSize(2_000);
        assertThat(book.untold()).isEqualTo(500);
    }

    private static String letters(int number) {
        return Integer.toString(number, 10).chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
                .collect(joining());
    }

    private static ErrorBook book(String log) throws IOException {
        var names = new NameBook(Map.of(new ServiceId("stock"), Set.of()));
        return new ErrorSearch(Script.of(log), Script.LITERALS, new IdFinder(List.of()), names).read(BoundQuery.ALL);
    }

    private static String told(String log) throws IOException {
        return book(log).groups().stream().map(ErrorBookTest::told).collect(joining("\n"));
    }

    private static String told(ErrorGroup group) {
        String own = group.count() + " " + group.title();
        return group.consequences().stream().map(each -> "\n  " + told(each)).collect(joining("", own, ""));
    }
}
