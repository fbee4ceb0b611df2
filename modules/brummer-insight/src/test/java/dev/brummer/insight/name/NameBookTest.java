package dev.brummer.insight.name;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.insight.kit.Script;
import dev.brummer.logs.query.QueryScope.Named;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameBookTest {
    private final NameBook book = new NameBook(Map.of(
            service("users"), Set.of("user-service", "@shop/members", "members"),
            service("auth"), Set.of("auth-service", "Login Box"),
            service("gateway"), Set.of("api-gateway"),
            service("status"), Set.of()));

    private static ServiceId service(String name) {
        return new ServiceId(name);
    }

    @ParameterizedTest
    @CsvSource({
        "users, users", "user-service, users", "User Service, users", "USER_SERVICE, users", "user, users",
        "users-service, users", "userservices, users", "@shop/members, users", "member, users", "Auth Service, auth",
        "auth, auth", "AUTH, auth", "login-box, auth", "loginboxes service, none", "API Gateway, gateway",
        "status, status", "status-service, status", "service, none", "' ', none", "'', none", "gate, none"
    })
    void peopleCallThemInManyWays(String name, String meant) {
        String found =
                switch (book.find(name)) {
                    case Named.Service(ServiceId service) -> service.name();
                    case Named.Ambiguous _ -> "several";
                    case Named.Unknown _ -> "none";
                };
        assertThat(found).isEqualTo(meant);
        assertThat(book.exactly(name).map(ServiceId::name).orElse("none")).isEqualTo(meant);
    }

    @Test
    void theExactNameOfAServiceAlwaysWins() {
        var both = new NameBook(Map.of(
                service("user"), Set.of("users"),
                service("users"), Set.of("user"),
                service("people"), Set.of("users")));

        assertThat(both.find("user")).isEqualTo(new Named.Service(service("user")));
        assertThat(both.find("users")).isEqualTo(new Named.Service(service("users")));
    }

    @Test
    void ambiguityIsSaidAndNotGuessed() {
        var both = new NameBook(Map.of(service("user"), Set.of(), service("users"), Set.of(), service("x"), Set.of()));

        assertThat(both.find("User Service"))
                .isEqualTo(new Named.Ambiguous(List.of(service("user"), service("users"))));
        assertThat(both.exactly("User Service")).isEmpty();
    }

    @Test
    void anUnknownNameGetsASuggestion() {
        assertThat(book.find("gatewya")).isEqualTo(new Named.Unknown(Optional.of("gateway")));
        assertThat(book.find("zzz")).isEqualTo(new Named.Unknown(Optional.empty()));
        assertThat(book.find("gat")).isEqualTo(new Named.Unknown(Optional.of("gateway")));
        assertThat(book.find("ga")).isEqualTo(new Named.Unknown(Optional.empty()));
    }

    @Test
    void aBeginningThatSeveralNamesHaveSuggestsNone() {
        var pair = new NameBook(Map.of(service("bill-api"), Set.of(), service("bill-worker"), Set.of()));

        assertThat(pair.find("bill")).isEqualTo(new Named.Unknown(Optional.empty()));
    }

    @Test
    void aServiceGoesByTheNameInItsOwnLines() {
        learn("gateway", "{\"level\":30,\"service\":\"edge-proxy\",\"msg\":\"x\"}");
        learn("auth", "{\"service\":{\"name\":\"gatekeeper\",\"version\":\"1\"}}");
        learn("status", "{\"service.name\":\"health board\"}");
        learn("users", "{\"msg\":\"\\\"service\\\":\\\"nobody\\\"\",\"a\":{\"service\":\"inner\"}}");
        learn("users", "service=textual");

        assertThat(book.find("Edge Proxy")).isEqualTo(new Named.Service(service("gateway")));
        assertThat(book.find("gatekeepers")).isEqualTo(new Named.Service(service("auth")));
        assertThat(book.find("health-board")).isEqualTo(new Named.Service(service("status")));
        assertThat(book.find("nobody")).isInstanceOf(Named.Unknown.class);
        assertThat(book.find("inner")).isInstanceOf(Named.Unknown.class);
        assertThat(book.find("textual")).isInstanceOf(Named.Unknown.class);
    }

    @Test
    void whoPassesOnTheLinesOfManyHasNoNameByThat() {
        learn("gateway", "{\"service\":\"one\"}");
        learn("gateway", "{\"service\":\"two\"}");
        assertThat(book.find("two")).isEqualTo(new Named.Service(service("gateway")));

        learn("gateway", "{\"service\":\"three\"}");
        assertThat(book.find("two")).isInstanceOf(Named.Unknown.class);
        assertThat(book.find("three")).isInstanceOf(Named.Unknown.class);
    }

    @Test
    void strangersTeachNothing() {
        learn("stranger", "{\"service\":\"one\"}");

        assertThat(book.find("one")).isInstanceOf(Named.Unknown.class);
    }

    @Test
    void aProjectNamesItsServicesByFolderPackageAndAlias() {
        List<ServiceSpec> services = List.of(
                TestServices.service("users").in("services/user-service").spec(),
                TestServices.service("auth").in("services/login").aliases("Gatekeeper").spec(),
                TestServices.service("one").in("both").spec(),
                TestServices.service("two").in("both").spec());
        var project = NameBook.of(services, folder -> folder.endsWith("login")
                ? Optional.of("@shop/session-service")
                : Optional.empty());

        assertThat(project.find("User Service")).isEqualTo(new Named.Service(service("users")));
        assertThat(project.find("login")).isEqualTo(new Named.Service(service("auth")));
        assertThat(project.find("gatekeeper")).isEqualTo(new Named.Service(service("auth")));
        assertThat(project.find("session")).isEqualTo(new Named.Service(service("auth")));
        assertThat(project.find("@shop/session")).isEqualTo(new Named.Service(service("auth")));
        assertThat(project.find("both")).isInstanceOf(Named.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "[auth-service] x, auth", "auth-1  | x, auth", "api-gateway  | x, gateway", "[Login Box] x, auth",
        "␛[36mauth-1  |␛[0m x, auth", "[INFO] x, users", "auth x, users",
        "[auth]x, users", "auth-1 |x, users", "x, users"
    })
    void aPrefixSaysWhoseLineItIs(String line, String owner) {
        assertThat(book.owner(Script.of("users 0 " + line).units().getFirst())).isEqualTo(service(owner));
    }

    private void learn(String service, String line) {
        byte[] bytes = ("x" + line + "x").getBytes(UTF_8);
        book.learn(service(service), bytes, 1, bytes.length - 2);
    }
}
