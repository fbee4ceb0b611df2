package dev.brummer.runtime.why;

import static dev.brummer.runtime.why.TestingSituation.told;
import static dev.brummer.spi.ServiceState.BACKING_OFF;
import static dev.brummer.spi.ServiceState.COMPLETED;
import static dev.brummer.spi.ServiceState.FAILED;
import static dev.brummer.spi.ServiceState.READY;
import static dev.brummer.spi.ServiceState.STARTING;
import static dev.brummer.spi.ServiceState.STOPPED;
import static dev.brummer.spi.ServiceState.STOPPING;
import static dev.brummer.spi.ServiceState.UNHEALTHY;
import static dev.brummer.spi.ServiceState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.CheckView.Verdict;
import dev.brummer.api.WhyView;
import dev.brummer.spi.Answer.Component;
import org.junit.jupiter.api.Test;

/** Why a service is as it is. */
class ReasonsTest {
    private final TestingSituation known = new TestingSituation();

    private static Component down(String name) {
        return new Component(name, false, "connection refused");
    }

    @Test
    void aWaitEndsAtTheLinesOfWhatDiedAndTheHolderOfItsPort() {
        WhyView why = known.service("page", WAITING, "waits for orders").waitsFor("orders").and()
                .service("orders", WAITING, "waits for payments").waitsFor("payments").and()
                .service("payments", BACKING_OFF, "exit 1; restart 3 in 4 s").run(3)
                .came(8, 3, STARTING, "restart policy")
                .wrote("Error: listen EADDRINUSE :::3002").port(3002, "pid 12 (node)").and()
                .why("page");

        assertThat(told(why)).containsExactly(
                "page waiting",
                "  orders waiting",
                "    payments backing-off lived 3",
                "      payments port 3002 held by pid 12 (node)",
                "      payments wrote Error: listen EADDRINUSE :::3002");
        assertThat(why.next()).containsExactly("brum restart payments", "brum logs service:payments level:error -n 20");
    }

    @Test
    void anUnhealthyServiceIsFollowedThroughTheComponentThatIsDown() {
        WhyView why = known.service("orders", UNHEALTHY, "http 503, 3 times in a row")
                .check(Verdict.FAILING, "http 503 in 12 ms", down("db"), new Component("cache", true, "")).and()
                .service("postgres", STOPPED, "brum stop").and()
                .named("db", "postgres")
                .why("orders");

        assertThat(told(why)).containsExactly(
                "orders unhealthy", "  orders check failing", "    orders part db", "      postgres stopped");
        assertThat(why.next()).containsExactly("brum start postgres", "brum health orders");
    }

    @Test
    void whereNoComponentIsAServiceWhatItWasStartedAfterIsTheLikelyOne() {
        assertThat(told(known.service("orders", READY, "http 200")
                        .check(Verdict.FAILING, "http 503", down("main store")).follows("auth", "postgres").and()
                        .service("auth", READY, "http 200").and()
                        .service("postgres", FAILED, "exit 2").wrote("FATAL no disk").and()
                        .why("orders")))
                .containsExactly(
                        "orders ready",
                        "  orders check failing",
                        "    orders part main store",
                        "    postgres failed",
                        "      postgres wrote FATAL no disk");
    }

    @Test
    void aServiceThatIsWellSaysSoAndWhyItWasStartedAgain() {
        WhyView why = known.service("orders", READY, "http 200").run(3)
                .came(900, 1, STARTING, "first start")
                .came(800, 1, STOPPING, "restart: src/a.js changed")
                .came(790, 2, STARTING, "files changed")
                .came(400, 2, BACKING_OFF, "exit 1; restart 1 in 1 s")
                .came(399, 3, STARTING, "restart policy").and()
                .why("orders");

        assertThat(told(why)).containsExactly(
                "orders well",
                "  orders run 3: restart policy after exit 1",
                "  orders run 2: files changed after restart: src/a.js changed");
        assertThat(why.next()).isEmpty();
    }

    @Test
    void whoDiedAMomentAgoIsNotCalledWell() {
        assertThat(told(known.service("orders", READY, "started").run(2)
                        .came(3, 1, BACKING_OFF, "exit 1; restart 1 in 1 s")
                        .came(2, 2, STARTING, "restart policy").wrote("ERROR no key").and()
                        .why("orders")))
                .containsExactly("orders ready", "  orders run 2: restart policy after exit 1", "  orders wrote ERROR no key");
    }

    @Test
    void whatAPersonRestartedIsWellAtOnce() {
        assertThat(told(known.service("orders", READY, "started").run(2).came(2, 2, STARTING, "asked for").and().why("orders")))
                .first()
                .isEqualTo("orders well");
    }

    @Test
    void anErrorOfARequestLeadsToWhoFailedInItBefore() {
        WhyView why = known.service("orders", FAILED, "exit 1").wrote("ERROR [a1b2] payment failed")
                .failedBefore("payments", "a1b2").and()
                .service("payments", UNHEALTHY, "http 503").check(Verdict.FAILING, "http 503").and()
                .why("orders");

        assertThat(told(why)).containsExactly(
                "orders failed",
                "  orders after payments in a1b2",
                "    payments unhealthy",
                "      payments check failing",
                "  orders wrote ERROR [a1b2] payment failed");
        assertThat(why.next()).startsWith("brum health payments", "brum trace a1b2");
    }

    @Test
    void anOpenBreakerLeadsToItsTarget() {
        assertThat(told(known.service("orders", READY, "http 200").openBreakerFor("Payment Service").and()
                        .service("payments", STARTING, "asked for").check(Verdict.NOT_YET, "connection refused").and()
                        .named("Payment Service", "payments")
                        .why("orders")))
                .containsExactly(
                        "orders ready",
                        "  orders breaker Payment Service",
                        "    payments starting",
                        "      payments check not-yet");
    }

    @Test
    void aServiceWithoutComplaintsOfItsOwnIsNotWellWhileWhatItNeedsIsGone() {
        assertThat(told(known.service("orders", READY, "started").needs("postgres").and()
                        .service("postgres", STOPPED, "brum stop").and()
                        .why("orders")))
                .containsExactly("orders ready", "  postgres stopped");
    }

    @Test
    void ofWhatAServiceWaitsForTheRootsAreFollowed() {
        assertThat(told(known.service("gateway", WAITING, "waits for users, auth and 2 others")
                        .waitsFor("users", "auth", "db").and()
                        .service("users", WAITING, "waits for auth").waitsFor("auth").and()
                        .service("auth", STARTING, "first start").and()
                        .service("db", STOPPED, "brum stop").and()
                        .why("gateway")))
                .containsExactly("gateway waiting", "  auth starting", "  db stopped");
    }

    @Test
    void servicesThatNameEachOtherAreToldOnce() {
        assertThat(told(known.service("a", READY, "").check(Verdict.FAILING, "http 503", down("b")).and()
                        .service("b", READY, "").check(Verdict.FAILING, "http 503", down("a")).and()
                        .named("a", "a").named("b", "b")
                        .why("a")))
                .containsExactly(
                        "a ready", "  a check failing", "    a part b", "      b ready", "        b check failing",
                        "          b part a");
    }

    @Test
    void whatWasEndedForItsHealthIsExplainedByIt() {
        assertThat(told(known.service("orders", BACKING_OFF, "unhealthy: http 503; restart 1 in 1 s")
                        .check(Verdict.FAILING, "http 503", down("db")).wrote("ERROR no db").and()
                        .service("postgres", STOPPED, "brum stop").and()
                        .named("db", "postgres")
                        .why("orders")))
                .containsExactly(
                        "orders backing-off",
                        "  orders check failing",
                        "    orders part db",
                        "      postgres stopped",
                        "  orders wrote ERROR no db");
    }

    @Test
    void aTaskThatCompletedIsWellAndAServiceThatDidIsNot() {
        assertThat(told(known.service("migrate", COMPLETED, "exit 0").task().and().why("migrate")))
                .containsExactly("migrate well");
        assertThat(told(known.service("web", COMPLETED, "exit 0, though nobody asked for its end").and().why("web")))
                .containsExactly("web completed");
    }
}
