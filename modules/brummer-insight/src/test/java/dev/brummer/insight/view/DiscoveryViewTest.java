package dev.brummer.insight.view;

import static dev.brummer.insight.view.Facts.at;
import static dev.brummer.insight.view.Facts.registered;
import static dev.brummer.insight.view.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Fact;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiscoveryViewTest {
    private static final ServiceId USERS = new ServiceId("users");
    private static final ServiceId ORDERS = new ServiceId("orders");

    private final DiscoveryView view = new DiscoveryView(List.of(USERS, ORDERS));

    @Test
    void registrationsAreHeldAgainstWhatIsDeclared() {
        view.accept(said("users", 0, registered("users", "172.20.0.5:3001")));
        view.accept(said("users", 10, registered("users", "172.20.0.6:3001")));
        view.accept(said("stock", 20, registered("stock-service", "172.20.0.7:3002")));
        Discovery report = view.report(at(99));

        assertThat(report.registrations()).containsExactly(
                new Discovery.Registration(
                        "consul",
                        "stock-service",
                        false,
                        Optional.of("172.20.0.7:3002"),
                        1,
                        Optional.of(at(20)),
                        Optional.of(at(20)),
                        Optional.empty()),
                new Discovery.Registration(
                        "consul",
                        "users",
                        true,
                        Optional.of("172.20.0.6:3001"),
                        2,
                        Optional.of(at(0)),
                        Optional.of(at(10)),
                        Optional.empty()));
        assertThat(report.missing()).containsExactly(ORDERS);
    }

    @Test
    void withoutAnyRegistrationNothingIsMissing() {
        view.accept(said("gateway", 0, new Fact.ServicesDiscovered(List.of("users", "mail"))));
        Discovery report = view.report(at(1));

        assertThat(report.missing()).isEmpty();
        assertThat(report.discoveries()).containsExactly(
                new Discovery.Found(new ServiceId("gateway"), "mail", false, 1, at(0)),
                new Discovery.Found(new ServiceId("gateway"), "users", true, 1, at(0)));
    }

    @Test
    void aRegistrationThatIsTakenBackIsToldUntilItComesAgain() {
        view.accept(said("users", 0, registered("users", "a:1")));
        view.accept(said("users", 5, new Fact.ServiceDeregistered("consul", "users")));

        assertThat(view.report(at(9)).registrations().getFirst().deregistered()).contains(at(5));

        view.accept(said("users", 7, registered("users", "a:1")));

        assertThat(view.report(at(9)).registrations().getFirst().deregistered()).isEmpty();
    }

    @Test
    void thePartAboutAServiceIsItsRegistrationAndWhoHasFoundIt() {
        view.accept(said("users", 0, registered("users", "a:1")));
        view.accept(said("gateway", 1, new Fact.ServicesDiscovered(List.of("users", "mail"))));
        Discovery report = view.report(at(9));

        assertThat(report.about(Set.of("users")).registrations()).hasSize(1);
        assertThat(report.about(Set.of("users")).discoveries()).hasSize(1);
        assertThat(report.about(Set.of("users")).missing()).isEmpty();
        assertThat(report.about(Set.of("gateway")).discoveries()).hasSize(2);
        assertThat(report.about(Set.of("orders")).missing()).containsExactly(ORDERS);
    }

    @Test
    void memoryIsBoundedAndWhatIsLeftOutIsCounted() {
        for (int i = 0; i < 3000; i++) {
            view.accept(said("users", i, registered("name-" + i, "a:1")));
        }
        Discovery report = view.report(at(3000));

        assertThat(report.others()).isPositive();
        assertThat(report.registrations().size() + report.others()).isEqualTo(3000);
    }
}
