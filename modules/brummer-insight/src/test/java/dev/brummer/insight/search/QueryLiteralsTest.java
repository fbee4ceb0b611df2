package dev.brummer.insight.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.kit.Script;
import dev.brummer.insight.name.NameBook;
import dev.brummer.insight.request.RequestTrace;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.QueryScope;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryLiteralsTest {
    private final QueryLiterals literals = new QueryLiterals(new NoScope());

    @Test
    void findsTextsAsTheyAreWhateverTheirCase() {
        assertThat(found("a1b2c3", "request A1B2C3 accepted")).isTrue();
        assertThat(found("a1b2c3", "request a1b2c accepted")).isFalse();
        assertThat(found("or", "this or that")).isTrue();
        assertThat(found("level:error", "said level:error")).isTrue();
        assertThat(found("level:error", "ERROR")).isFalse();
        assertThat(found("a \"b\" \\c\\", "has a \"b\" \\c\\ in it")).isTrue();
        assertThat(found("/x/", "xx")).isFalse();
        assertThat(found("web", "not of the service")).isFalse();
    }

    @Test
    void findsAnyOfMany() {
        Set<String> many = IntStream.range(0, 300).mapToObj(i -> "id" + i).collect(Collectors.toSet());
        BoundQuery query = literals.anyOf(many);

        assertThat(query.matches(Script.of("web 0 has id299 in it").units().getFirst())).isTrue();
        assertThat(query.matches(Script.of("web 0 has none").units().getFirst())).isFalse();
    }

    @Test
    void nothingIsNotLookedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> literals.anyOf(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> literals.anyOf(Set.of("")));
    }

    @Test
    void aRequestIsTracedWithThem() throws IOException {
        Script log = Script.of("""
                gateway 0 [a1b2c3] POST /api/orders - Start
                orders 1 Creating order 12345 for request a1b2c3
                payments 2 Processing payment for order 12345
                """);

        assertThat(new RequestTrace(log, literals, new IdFinder(List.of()), new NameBook(Map.of()))
                        .trace("A1B2C3")
                        .hops())
                .hasSize(3);
    }

    private boolean found(String text, String line) {
        return literals.anyOf(Set.of(text)).matches(Script.of("web 0 " + line).units().getFirst());
    }

    /** Nothing that phrases could ask for. */
    private static final class NoScope implements QueryScope {
        @Override
        public Instant now() {
            return Script.START;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Optional<Instant> mark() {
            return Optional.empty();
        }

        @Override
        public Named service(String name) {
            return new Named.Service(new ServiceId("web"));
        }

        @Override
        public Optional<Set<ServiceId>> stage(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> stages() {
            return List.of();
        }

        @Override
        public Related related(String id) {
            return new Related(Set.of(id), Map.of());
        }
    }
}
