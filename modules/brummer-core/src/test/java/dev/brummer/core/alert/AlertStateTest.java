package dev.brummer.core.alert;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.alert.Reading.Breaker;
import dev.brummer.core.alert.Reading.Standing;
import dev.brummer.core.model.AlertCondition;
import dev.brummer.core.model.AlertRule;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertStateTest {
    private static final InstanceId ORDERS = InstanceId.only(new ServiceId("orders"));
    private static final InstanceId USERS = InstanceId.only(new ServiceId("users"));

    private final Map<InstanceId, Standing> instances = new LinkedHashMap<>();
    private final List<Breaker> breakers = new ArrayList<>();
    private final Map<InstanceId, Integer> errors = new LinkedHashMap<>();
    private final Map<InstanceId, Long> memory = new LinkedHashMap<>();
    private final Map<InstanceId, Duration> latency = new LinkedHashMap<>();
    private List<AlertRule> rules = List.of();
    private AlertState state = AlertState.NONE;
    private Duration now = ZERO;

    private static AlertRule rule(AlertCondition condition, Duration lasting, InstanceId... about) {
        List<ServiceId> services = List.of(about).stream().map(InstanceId::service).toList();
        return new AlertRule(Optional.empty(), condition, lasting, services, AlertRule.DEFAULT_TO);
    }

    private void rules(AlertRule... all) {
        rules = List.of(all);
        is(ORDERS, ServiceState.READY, "http 200");
        is(USERS, ServiceState.READY, "http 200");
    }

    private void is(InstanceId instance, ServiceState to, String reason) {
        instances.put(instance, new Standing(to, reason));
    }

    private List<String> after(Duration passed) {
        now = now.plus(passed);
        return look();
    }

    private List<String> look() {
        var reading = new Reading(instances, breakers, Map.of(ofMinutes(1), errors), memory, latency);
        AlertState.Outcome outcome = state.look(rules, reading, now);
        state = outcome.state();
        return outcome.changes().stream()
                .map(change -> change instanceof AlertChange.Over ? "over: " + change.text() : change.text())
                .toList();
    }

    @Test
    void aServiceThatIsUnhealthyForLongEnoughIsToldOnceAndSoIsItsEnd() {
        rules(rule(new AlertCondition.Unhealthy(), ofSeconds(10)));
        is(ORDERS, ServiceState.UNHEALTHY, "http 503 in 12 ms");
        assertThat(look()).isEmpty();
        assertThat(after(ofSeconds(9))).isEmpty();
        assertThat(after(ofSeconds(1))).containsExactly("orders unhealthy for 10 s: http 503 in 12 ms");
        assertThat(after(ofSeconds(30))).isEmpty();
        is(ORDERS, ServiceState.READY, "http 200");
        assertThat(after(ofSeconds(2))).containsExactly("over: orders is well again after 42 s");
        assertThat(after(ofSeconds(1))).isEmpty();
    }

    @Test
    void aLookThatComesALittleEarlyDoesNotCostAnotherSecond() {
        rules(rule(new AlertCondition.Unhealthy(), ofSeconds(2)));
        is(ORDERS, ServiceState.UNHEALTHY, "http 503");
        assertThat(look()).isEmpty();
        assertThat(after(ofMillis(1000))).isEmpty();
        assertThat(after(ofMillis(990))).containsExactly("orders unhealthy for 2 s: http 503");
    }

    @Test
    void whatGetsWellInTimeIsNotTold() {
        rules(rule(new AlertCondition.Unhealthy(), ofSeconds(10)));
        is(ORDERS, ServiceState.UNHEALTHY, "http 503");
        assertThat(look()).isEmpty();
        is(ORDERS, ServiceState.READY, "http 200");
        assertThat(after(ofSeconds(9))).isEmpty();
        is(ORDERS, ServiceState.UNHEALTHY, "http 503");
        assertThat(after(ofSeconds(1))).isEmpty();
        assertThat(after(ofSeconds(9))).isEmpty();
    }

    @Test
    void whatIsStartedAnewIsWellOnlyOnceItIsReady() {
        rules(rule(new AlertCondition.Unhealthy(), ZERO));
        is(ORDERS, ServiceState.BACKING_OFF, "exit 1");
        assertThat(look()).containsExactly("orders down: exit 1");
        for (ServiceState on : List.of(ServiceState.STARTING, ServiceState.BACKING_OFF, ServiceState.FAILED)) {
            is(ORDERS, on, "");
            assertThat(after(ofSeconds(1))).isEmpty();
        }
        is(ORDERS, ServiceState.READY, "http 200");
        assertThat(after(ofSeconds(1))).containsExactly("over: orders is well again after 4 s");
    }

    @Test
    void aServiceThatSomebodyStopsIsNothingToBeToldOf() {
        rules(rule(new AlertCondition.Unhealthy(), ZERO));
        is(ORDERS, ServiceState.STOPPING, "/stop");
        assertThat(look()).isEmpty();
        is(ORDERS, ServiceState.UNHEALTHY, "http 503");
        assertThat(after(ofSeconds(1))).hasSize(1);
        is(ORDERS, ServiceState.STOPPED, "/stop");
        assertThat(after(ofSeconds(5))).containsExactly("over: orders is stopped after 5 s");
    }

    @Test
    void aServiceThatOnlyIsUnhealthyHasNotFailed() {
        rules(rule(new AlertCondition.Failed(), ZERO));
        is(ORDERS, ServiceState.UNHEALTHY, "http 503");
        assertThat(look()).isEmpty();
        is(ORDERS, ServiceState.FAILED, "exit 1");
        assertThat(after(ofSeconds(1))).containsExactly("orders failed: exit 1");
        is(ORDERS, ServiceState.STARTING, "");
        assertThat(after(ofSeconds(1))).isEmpty();
        is(ORDERS, ServiceState.UNHEALTHY, "http 503");
        assertThat(after(ofSeconds(1))).containsExactly("over: orders runs again after 2 s");
    }

    @Test
    void instancesAndRulesAreIndependent() {
        rules(
                rule(new AlertCondition.Unhealthy(), ZERO),
                rule(new AlertCondition.Unhealthy(), ofSeconds(5), USERS),
                rule(new AlertCondition.Failed(), ZERO, ORDERS));
        is(ORDERS, ServiceState.FAILED, "exit 1");
        is(USERS, ServiceState.UNHEALTHY, "http 503");
        assertThat(look()).containsExactly(
                "orders failed: exit 1", "users unhealthy: http 503", "orders failed: exit 1");
        is(ORDERS, ServiceState.READY, "http 200");
        assertThat(after(ofSeconds(5)))
                .containsExactly(
                        "over: orders is well again after 5 s",
                        "users unhealthy for 5 s: http 503",
                        "over: orders is well again after 5 s");
    }

    @Test
    void aBreakerIsOpenUntilItIsClosed() {
        rules(rule(new AlertCondition.BreakerOpen(), ofSeconds(30), ORDERS));
        breaker(USERS, "mail", BreakerState.OPEN);
        breaker(ORDERS, "payments", BreakerState.OPEN);
        assertThat(look()).isEmpty();
        breaker(ORDERS, "payments", BreakerState.HALF_OPEN);
        assertThat(after(ofSeconds(30))).isEmpty();
        breaker(ORDERS, "payments", BreakerState.OPEN);
        assertThat(after(ofSeconds(1))).containsExactly("breaker payments of orders open for 31 s");
        breaker(ORDERS, "payments", BreakerState.CLOSED);
        assertThat(after(ofSeconds(4))).containsExactly("over: breaker payments of orders is closed again after 35 s");
    }

    @Test
    void aBreakerThatGoesWithItsRunIsOver() {
        rules(rule(new AlertCondition.BreakerOpen(), ZERO));
        breaker(ORDERS, "payments", BreakerState.OPEN);
        assertThat(look()).containsExactly("breaker payments of orders open");
        breakers.clear();
        assertThat(after(ofSeconds(3))).containsExactly("over: breaker payments of orders is gone after 3 s");
    }

    private void breaker(InstanceId in, String name, BreakerState to) {
        breakers.removeIf(breaker -> breaker.instance().equals(in));
        breakers.add(new Breaker(in, Optional.of(name), to));
    }

    @Test
    void tooManyErrorsAreToldUntilTheyAreClearlyFewer() {
        rules(rule(new AlertCondition.ErrorRate(10, ofMinutes(1)), ZERO));
        errors.put(ORDERS, 10);
        assertThat(look()).isEmpty();
        errors.put(ORDERS, 14);
        assertThat(after(ofSeconds(1))).containsExactly("orders wrote 14 errors in 1 min, more than 10");
        errors.put(ORDERS, 10);
        assertThat(after(ofSeconds(1))).isEmpty();
        errors.put(ORDERS, 9);
        assertThat(after(ofSeconds(1))).containsExactly("over: orders wrote 9 errors in 1 min after 2 s");
    }

    @Test
    void oneErrorIsTooManyWhereNoneIsAllowed() {
        rules(rule(new AlertCondition.ErrorRate(0, ofMinutes(1)), ZERO));
        assertThat(look()).isEmpty();
        errors.put(ORDERS, 1);
        assertThat(after(ofSeconds(1))).containsExactly("orders wrote 1 error in 1 min, more than 0");
        errors.clear();
        assertThat(after(ofSeconds(1))).containsExactly("over: orders wrote 0 errors in 1 min after 1 s");
    }

    @Test
    void aValueThatSwingsAroundItsLimitIsToldOnce() {
        rules(rule(new AlertCondition.Memory(500_000_000), ZERO));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            memory.put(ORDERS, 470_000_000L + random.nextInt(60_000_000));
            told.addAll(after(ofSeconds(5)));
        }
        assertThat(told).as("seed %s", seed).hasSize(1);
        memory.put(ORDERS, 430_000_000L);
        assertThat(look()).singleElement().asString().startsWith("over: orders uses 430 MB again after ");
    }

    @Test
    void aValueHasToBeAboveItsLimitAllTheTime() {
        rules(rule(new AlertCondition.Memory(1_500_000_000), ofSeconds(10)));
        memory.put(ORDERS, 1_600_000_000L);
        assertThat(look()).isEmpty();
        memory.put(ORDERS, 1_490_000_000L);
        assertThat(after(ofSeconds(5))).isEmpty();
        memory.put(ORDERS, 1_600_000_000L);
        assertThat(after(ofSeconds(5))).isEmpty();
        assertThat(after(ofSeconds(10))).containsExactly("orders uses 1.6 GB, more than 1.5 GB for 10 s");
    }

    @Test
    void slowChecksAreToldAndEndWithTheService() {
        rules(rule(new AlertCondition.Latency(ofMillis(300)), ofSeconds(15)));
        latency.put(ORDERS, ofMillis(412));
        assertThat(look()).isEmpty();
        assertThat(after(ofSeconds(15))).containsExactly("checks of orders take 412 ms, more than 300 ms for 15 s");
        latency.clear();
        is(ORDERS, ServiceState.STARTING, "");
        assertThat(after(ofSeconds(1))).isEmpty();
        is(ORDERS, ServiceState.STOPPED, "/stop");
        assertThat(after(ofSeconds(1))).containsExactly("over: orders does not run any more after 17 s");
    }

    @Test
    void aServiceThatAReloadTakesAwayEndsWhatWasSaidOfIt() {
        rules(rule(new AlertCondition.Unhealthy(), ZERO));
        is(ORDERS, ServiceState.FAILED, "exit 1");
        assertThat(look()).hasSize(1);
        instances.remove(ORDERS);
        assertThat(after(ofSeconds(3))).containsExactly("over: orders is gone after 3 s");
    }

    @Test
    void aRuleThatAReloadTakesAwayEndsItsAlertsAndTheOthersGoOn() {
        AlertRule failed = rule(new AlertCondition.Failed(), ZERO);
        rules(rule(new AlertCondition.Unhealthy(), ZERO), failed);
        is(ORDERS, ServiceState.FAILED, "exit 1");
        assertThat(look()).hasSize(2);
        rules = List.of(failed);
        assertThat(after(ofSeconds(3))).containsExactly("over: orders is not watched any more after 3 s");
        assertThat(after(ofSeconds(3))).isEmpty();
    }
}
