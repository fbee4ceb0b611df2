package dev.brummer.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Map<String, String> VARIABLES = Map.of("SET", "value", "EMPTY", "", "N_2", "two");

    private final List<String> unset = new ArrayList<>();

    private final Template.Scope scope = new Template.Scope() {
        @Override
        public Optional<String> variable(String name) {
            return Optional.ofNullable(VARIABLES.get(name));
        }

        @Override
        public String reference(String path, int index) throws UnresolvedException {
            if (path.equals("services.auth-v2.port")) {
                return "3001";
            }
            throw new UnresolvedException("no " + path, index);
        }
    };

    private String resolved(String source) throws Exception {
        return Template.parse(source).resolve(scope, unset::add);
    }

    /** The forms of the Compose specification, in its own order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "${SET}|value",
                "${EMPTY}|''",
                "${SET:-d}|value",
                "${EMPTY:-d}|d",
                "${NONE:-d}|d",
                "${EMPTY-d}|''",
                "${NONE-d}|d",
                "${NONE:-}|''",
                "${SET:?why}|value",
                "${EMPTY?why}|''",
                "${SET:+x}|x",
                "${EMPTY:+x}|''",
                "${EMPTY+x}|x",
                "${NONE+x}|''",
                "${NONE:-${SET}}|value",
                "${NONE:-a ${NONE:-b ${N_2}} c}|a b two c",
                "${NONE:-http://host:80/?q=1}|http://host:80/?q=1",
                "a${SET}b${N_2}c|avaluebtwoc",
                "$$|$",
                "$${SET}|${SET}",
                "$$$${SET}|$${SET}",
                "$SET|$SET",
                "cost: 5$|cost: 5$",
                "$(date) $1|$(date) $1",
                "}{|}{",
                "${services.auth-v2.port}|3001",
                "http://localhost:${services.auth-v2.port}/|http://localhost:3001/",
            })
    void anExpressionIsReplaced(String source, String expected) throws Exception {
        assertThat(resolved(source)).isEqualTo(expected);
    }

    @Test
    void aVariableWithoutValueAndDefaultIsTold() throws Exception {
        assertThat(resolved("${NONE}-${EMPTY}-${OTHER-x}")).isEqualTo("--x");
        assertThat(unset).containsExactly("NONE");
    }

    @Test
    void aDefaultThatIsNotNeededIsNotLookedAt() throws Exception {
        assertThat(resolved("${SET:-${NONE:?why}}")).isEqualTo("value");
    }

    @Test
    void aRequiredVariableSaysWhyAndWhere() {
        var fault = catchThrowableOfType(UnresolvedException.class, () -> resolved("ab${EMPTY:?ask ${SET}}"));
        assertThat(fault).hasMessage("variable EMPTY must be set: ask value");
        assertThat(fault.index()).isEqualTo(2);
        assertThatThrownBy(() -> resolved("${NONE?}")).hasMessage("variable NONE must be set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a${|1|is not closed",
                "ab${SET|2|is not closed",
                "${SET:-x|0|is not closed",
                "${SET:-${N_2}|0|is not closed",
                "${}|0|comes a variable (letters",
                "${1A}|0|comes a variable (letters",
                "x ${a b}|2|comes a variable (letters",
                "${SET:x}|0|comes '-', '?' or '+'",
                "${SET:|0|comes '-', '?' or '+'",
                "${services.auth}|0|comes a variable (letters",
                "ok ${SET} ${-x}|10|comes a variable (letters",
            })
    void whatIsNoExpressionIsToldWithItsPlace(String source, int index, String why) {
        var fault = catchThrowableOfType(TemplateSyntaxException.class, () -> Template.parse(source));
        assertThat(fault).hasMessageContaining(why);
        assertThat(fault.index()).isEqualTo(index);
    }

    @Test
    void nestingEndsSomewhere() {
        String deep = "${A:-".repeat(40) + "}".repeat(40);
        assertThatThrownBy(() -> Template.parse(deep)).hasMessageContaining("nested more than 32 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "$", "${SET}", "$$ $${x}"})
    void aLiteralMeansItselfAndItsSourceMeansTheSame(String text) throws Exception {
        Template literal = Template.literal(text);
        assertThat(literal.isConstant()).isTrue();
        assertThat(literal.resolve(scope, unset::add)).isEqualTo(text);
        assertThat(resolved(literal.source())).isEqualTo(text);
    }

    @Test
    void onlyWhatHoldsAnExpressionDependsOnTheScope() throws Exception {
        assertThat(Template.parse("a $$ $b").isConstant()).isTrue();
        assertThat(Template.parse("a ${B-c}").isConstant()).isFalse();
    }
}
